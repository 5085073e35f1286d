package systole.network;

import java.util.List;

/**
 * A tensor of a network as the author of the model knows it.
 *
 * @param tensor its name in the model
 * @param node its name in the network
 * @param dims the dimensions of a frame in the model, the batch left out
 * @param layout where its elements lie in the network's stream
 */
public record Port(String tensor, String node, List<Integer> dims, Layout layout) {
    public Port {
        dims = List.copyOf(dims);
    }

    /** A tensor that the network has as its author wrote it. */
    public static Port of(String name, Shape shape) {
        return new Port(name, name, shape.dims(), Layout.rowMajor(shape.dims()));
    }
}
