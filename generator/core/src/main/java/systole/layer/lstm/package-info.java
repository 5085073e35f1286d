/**
 * The kind {@code lstm}: a long short-term memory along a sequence, in integers.
 *
 * <p>{@link systole.layer.lstm.Lstm} says what is asked for, {@link systole.layer.lstm.CellArithmetic} what a step
 * computes between the matrix products and the output; both are what hardware is made from.
 */
package systole.layer.lstm;
