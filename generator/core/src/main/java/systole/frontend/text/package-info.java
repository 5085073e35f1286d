/**
 * The text form of networks ({@code .net}), read and written.
 *
 * <p>Enters: text and weight files. Leaves: a {@link systole.network.Network}, or a refusal with every problem at its
 * line and column. In the other direction, a network becomes text. Knows the kinds of layers only through the catalog
 * that it is given.
 */
package systole.frontend.text;
