/** The kind {@code transpose}: the dimensions of a tensor in another order. */
package systole.layer.transpose;
