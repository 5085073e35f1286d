/** The kinds {@code add} and {@code sub}: the element-wise sum and difference of two tensors. */
package systole.layer.add;
