/** The kind {@code add}: the element-wise sum of two tensors. */
package systole.layer.add;
