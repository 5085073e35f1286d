/** The kind {@code mul}: the element-wise product of two tensors. */
package systole.layer.mul;
