package systole.layer.resize;

import java.util.ArrayList;
import java.util.List;
import systole.network.IntType;
import systole.network.Shape;
import systole.network.TensorType;
import systole.plan.Lowering;
import systole.plan.unit.Engine;
import systole.plan.unit.RepeatUnit;

/**
 * Chooses the hardware of {@link ResizeNearest}. One engine repeats each row and another one each pixel. If a row is a
 * single pixel, one engine does both.
 */
public final class ResizeNearestLowering implements Lowering<ResizeNearest> {
    @Override
    public List<Engine> lower(String name, ResizeNearest layer, List<TensorType> inputs, TensorType output) {
        Shape in = inputs.get(0).shape();
        int channels = in.channels();
        int tall = layer.height() / in.height();
        int wide = layer.width() / in.width();
        if (in.width() == 1) {
            return repeat(name, output.type(), in, channels, tall * wide);
        }
        List<Engine> engines = new ArrayList<>();
        engines.addAll(repeat(wide > 1 ? name + "_rows" : name, output.type(), in, in.width() * channels, tall));
        Shape tallShape = Shape.of(layer.height(), in.width(), channels);
        engines.addAll(repeat(name, output.type(), tallShape, channels, wide));
        return engines;
    }

    /** An engine that repeats blocks, or none if each block is put out only once. */
    private static List<Engine> repeat(String name, IntType type, Shape in, int block, int times) {
        return times == 1
                ? List.of()
                : List.of(RepeatUnit.of(name, type, in.channels(), block, times, in.elements() / block));
    }
}
