/**
 * What was asked for: tensors of integers, layers between them, and the exact arithmetic of quantization.
 *
 * <p>Enters: a draft from any frontend, checked once and completely by {@link systole.network.NetworkValidator}. Leaves:
 * a valid {@link systole.network.Network}, from which the golden model and the plan are made independently. Sees nothing
 * but diagnostics: not where a network came from, nor what becomes of it.
 */
package systole.network;
