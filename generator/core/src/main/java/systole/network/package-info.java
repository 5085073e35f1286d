/**
 * The network to build: tensors of integers, layers between them, and the exact arithmetic of quantization.
 *
 * <p>Enters: a draft from any frontend, checked once and completely by {@link systole.network.NetworkValidator}.
 * Leaves: a valid {@link systole.network.Network}, from which the golden model and the plan are made independently.
 * Sees only diagnostics. It knows neither the origin of a network nor its later use.
 */
package systole.network;
