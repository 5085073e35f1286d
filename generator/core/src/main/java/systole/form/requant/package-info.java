/**
 * The hardware form of a requantizer.
 *
 * <p>Enters: a {@link systole.op.RequantTask}, a monotone function and the accumulators that can occur. Leaves: the
 * cheapest {@link systole.form.requant.RequantForm} that {@link systole.form.requant.RequantProof} proves equal for
 * every one of them. Sees only tasks and numbers. The origin of a function does not matter, because its steps say
 * everything.
 */
package systole.form.requant;
