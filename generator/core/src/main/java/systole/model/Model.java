package systole.model;

import systole.network.Network;
import systole.network.Port;

/**
 * A network, and how files with frames for it, and from it, are arranged.
 *
 * @param input of frames that are sent
 * @param output of frames that come out
 */
public record Model(Network network, Port input, Port output) {
    /** A network whose files hold frames as they stream: [frames, H, W, C], channels last. */
    public static Model plain(Network network) {
        return new Model(
                network,
                Port.of(network.input(), network.inputType().shape()),
                Port.of(network.output(), network.outputType().shape()));
    }
}
