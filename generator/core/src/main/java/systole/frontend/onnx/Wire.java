package systole.frontend.onnx;

import java.util.List;
import systole.network.IntType;
import systole.network.Layout;
import systole.network.Port;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;

/**
 * A tensor of the network that is being built: the input, or the output of a layer.
 *
 * @param node its name in the network
 * @param type the type of the stream
 * @param dims the file's dimensions, including the batch
 * @param layout the positions of the file's elements in the stream
 */
record Wire(String node, TensorType type, List<Integer> dims, Layout layout) {
    Wire {
        dims = List.copyOf(dims);
    }

    Quantized element() {
        return type.element();
    }

    IntType integers() {
        return type.type();
    }

    Shape shape() {
        return type.shape();
    }

    /** The same stream, with other dimensions in the file. */
    Wire with(List<Integer> otherDims, Layout otherLayout) {
        return new Wire(node, type, otherDims, otherLayout);
    }

    /** True if the dimensions are those of an image, whose channels are dimension 1. */
    boolean hasChannels() {
        return (dims.size() == 3 || dims.size() == 4) && dims.get(0) == 1;
    }

    /** True if the channels, dimension 1, are last in the stream. */
    boolean isImage() {
        return hasChannels() && layout.equals(Layout.channelsLast(dims));
    }

    /** The shape [H, W, C] of an image. A tensor [1, C, W] has one row. */
    Shape image() {
        return dims.size() == 4
                ? Shape.of(dims.get(2), dims.get(3), dims.get(1))
                : Shape.of(1, dims.get(2), dims.get(1));
    }

    Port port(String tensor) {
        boolean batched = dims.size() > 1 && dims.get(0) == 1;
        return new Port(tensor, node, batched ? dims.subList(1, dims.size()) : dims, layout);
    }
}
