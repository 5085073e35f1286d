/**
 * The bit-exact executor, which defines the meaning of a network.
 *
 * <p>Enters: a network and the golden model of each kind of layer. Leaves: every tensor of a frame. Never sees the
 * hardware, so that a mistake in normalising cannot hide.
 */
package systole.golden;
