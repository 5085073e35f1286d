/** The kind {@code pad}: a border of one value. */
package systole.layer.pad;
