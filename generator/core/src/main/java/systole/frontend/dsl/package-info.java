/**
 * Networks written in Java.
 *
 * <p>Enters: calls of a program. Leaves: a {@link systole.network.Network}, or a refusal with every problem at the line
 * of the program that caused it. Takes any layer or any builder of a layer. The only kinds that it knows itself are
 * those of a bidirectional LSTM.
 */
package systole.frontend.dsl;
