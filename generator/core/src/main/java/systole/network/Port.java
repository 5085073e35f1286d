package systole.network;

import java.util.List;

/**
 * A tensor of a network under the names and dimensions of the model's author.
 *
 * @param tensor its name in the model
 * @param node its name in the network
 * @param dims the dimensions of a frame in the model, without the batch
 * @param layout the positions of its elements in the network's stream
 */
public record Port(String tensor, String node, List<Integer> dims, Layout layout) {
    public Port {
        dims = List.copyOf(dims);
    }

    /** A tensor that is the same in the network as in the model. */
    public static Port of(String name, Shape shape) {
        return new Port(name, name, shape.dims(), Layout.rowMajor(shape.dims()));
    }
}
