/**
 * A network as canonical operations on integers. Every style begins with them.
 *
 * <p>Enters: a validated network. Leaves: an {@link systole.op.OpGraph} of few kinds of operations. Each operation says
 * what is computed and nothing about hardware. Sees neither the kinds of layers, which normalise to operations
 * themselves, nor the golden model, so that a mistake in normalising cannot hide.
 */
package systole.op;
