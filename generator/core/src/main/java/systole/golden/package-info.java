/**
 * The bit-exact executor: what a network means.
 *
 * <p>Enters: a network and what each kind of layer computes. Leaves: every tensor of a frame. Never sees the hardware,
 * so that a mistake in lowering cannot hide.
 */
package systole.golden;
