/** The kind {@code constant}: known values in place of a tensor's own. */
package systole.layer.constant;
