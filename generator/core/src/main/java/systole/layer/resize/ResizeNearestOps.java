package systole.layer.resize;

import java.util.ArrayList;
import java.util.List;
import systole.network.IntType;
import systole.network.Shape;
import systole.network.TensorType;
import systole.op.LayerOps;
import systole.op.NamedOp;
import systole.op.RearrangeOp;

/**
 * The operations of {@link ResizeNearest}. One repeats each row and another one each pixel. If a row is a single pixel,
 * one operation does both.
 */
public final class ResizeNearestOps implements LayerOps<ResizeNearest> {
    @Override
    public List<NamedOp> ops(String name, ResizeNearest layer, List<TensorType> inputs, TensorType output) {
        Shape in = inputs.get(0).shape();
        int channels = in.channels();
        int tall = layer.height() / in.height();
        int wide = layer.width() / in.width();
        if (in.width() == 1) {
            return repeat(name, output.type(), in, channels, tall * wide);
        }
        List<NamedOp> ops = new ArrayList<>();
        ops.addAll(repeat(wide > 1 ? name + "_rows" : name, output.type(), in, in.width() * channels, tall));
        Shape tallShape = Shape.of(layer.height(), in.width(), channels);
        ops.addAll(repeat(name, output.type(), tallShape, channels, wide));
        return ops;
    }

    /** An engine that repeats blocks, or none if each block is put out only once. */
    private static List<NamedOp> repeat(String name, IntType type, Shape in, int block, int times) {
        return times == 1
                ? List.of()
                : List.of(new NamedOp(
                        name,
                        new RearrangeOp(
                                type, new RearrangeOp.Repetition(in.channels(), block, times, in.elements() / block))));
    }
}
