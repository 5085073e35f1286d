/**
 * The kind {@code lstm}: a long short-term memory along a sequence, in integers.
 *
 * <p>{@link systole.layer.lstm.Lstm} describes the layer, and {@link systole.layer.lstm.CellArithmetic} describes the
 * computation between the matrix products and the output in a step. The hardware is made from both.
 */
package systole.layer.lstm;
