/** The kind {@code mean}: the mean over all positions, rescaled. */
package systole.layer.mean;
