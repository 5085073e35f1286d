/** What kinds have in common that make one element of two: {@code add}, {@code sub} and {@code mul}. */
package systole.layer.pair;
