/**
 * Networks written in Java.
 *
 * <p>Enters: calls of a program. Leaves: a {@link systole.network.Network}, or a refusal with every problem at the line
 * of the program that caused it. Takes any layer, or builder of one, and knows only those that it makes a bidirectional
 * LSTM of.
 */
package systole.dsl;
