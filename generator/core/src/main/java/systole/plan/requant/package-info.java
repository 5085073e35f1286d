/**
 * The hardware form of a requantizer.
 *
 * <p>Enters: a {@link systole.plan.requant.RequantTask}, a monotone function and the accumulators that can occur.
 * Leaves: the cheapest {@link systole.plan.requant.RequantForm} that {@link systole.plan.requant.RequantProof} proves
 * equal for every one of them. Sees only {@code systole.network}. The origin of a function does not matter, because its
 * steps say everything.
 */
package systole.plan.requant;
