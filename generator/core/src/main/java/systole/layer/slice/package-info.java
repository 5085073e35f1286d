/** The kind {@code slice}: some rows, columns and channels of a tensor. */
package systole.layer.slice;
