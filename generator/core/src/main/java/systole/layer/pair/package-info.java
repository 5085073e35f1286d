/** The code that {@code add}, {@code sub} and {@code mul} share, which make one element from two. */
package systole.layer.pair;
