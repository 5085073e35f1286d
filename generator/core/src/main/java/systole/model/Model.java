package systole.model;

import systole.network.Network;
import systole.network.Port;
import systole.network.Side;
import systole.rim.Rim;

/**
 * A network, with the arrangement of files that hold its frames.
 *
 * @param in the tensors that are sent
 * @param out the tensors that come out
 * @param rim what the model does to frames and results of real numbers
 */
public record Model(Network network, Side in, Side out, Rim rim) {
    /** A model whose files hold frames in the order of the stream: [frames, H, W, C], channels fastest. */
    public static Model plain(Network network) {
        return new Model(network, Side.plain(network.input()), Side.plain(network.output()), Rim.NONE);
    }

    /** The arrangement of frames that are sent. */
    public Port input() {
        return in.port();
    }

    /** The arrangement of frames that come out. */
    public Port output() {
        return out.port();
    }
}
