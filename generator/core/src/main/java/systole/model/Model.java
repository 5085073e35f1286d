package systole.model;

import systole.network.Network;
import systole.network.Port;
import systole.rim.Rim;

/**
 * A network, with the arrangement of files that hold its frames.
 *
 * @param input the arrangement of frames that are sent
 * @param output the arrangement of frames that come out
 * @param rim what the model does to frames and results of real numbers
 */
public record Model(Network network, Port input, Port output, Rim rim) {
    public Model(Network network, Port input, Port output) {
        this(network, input, output, Rim.NONE);
    }

    /** A model whose files hold frames in the order of the stream: [frames, H, W, C], channels fastest. */
    public static Model plain(Network network) {
        return new Model(
                network,
                Port.of(network.input(), network.inputType().shape()),
                Port.of(network.output(), network.outputType().shape()));
    }
}
