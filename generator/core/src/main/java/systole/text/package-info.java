/**
 * The text form of networks ({@code .net}), read and written.
 *
 * <p>Enters: text and weight files. Leaves: a {@link systole.network.Network}, or a refusal with every problem at its
 * line and column; and the way back. Knows the kinds of layers only through the catalog it is given.
 */
package systole.text;
