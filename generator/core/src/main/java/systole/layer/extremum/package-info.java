/** The kinds {@code maximum} and {@code minimum} of two tensors. */
package systole.layer.extremum;
