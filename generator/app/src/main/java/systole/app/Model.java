package systole.app;

import systole.network.Network;
import systole.network.Port;

/**
 * A network, and how files with frames for it, and from it, are arranged.
 *
 * @param input of frames that are sent
 * @param output of frames that come out
 */
record Model(Network network, Port input, Port output) {
    /** Files hold frames as they stream. */
    static Model plain(Network network) {
        return new Model(
                network,
                Port.of(network.input(), network.inputType().shape()),
                Port.of(network.output(), network.outputType().shape()));
    }
}
