package systole.layer.resize;

import java.util.ArrayList;
import java.util.List;
import systole.network.Shape;
import systole.network.TensorType;
import systole.plan.Lowering;
import systole.plan.unit.Engine;
import systole.plan.unit.RepeatUnit;

/** The hardware of {@link ResizeNearest}: each row is repeated, then each pixel. */
public final class ResizeNearestLowering implements Lowering<ResizeNearest> {
    @Override
    public List<Engine> lower(String name, ResizeNearest layer, List<TensorType> inputs, TensorType output) {
        Shape in = inputs.get(0).shape();
        int channels = in.channels();
        int tall = layer.height() / in.height();
        int wide = layer.width() / in.width();
        List<Engine> engines = new ArrayList<>();
        if (tall > 1) {
            String rows = wide > 1 ? name + "_rows" : name;
            engines.add(RepeatUnit.of(rows, output.type(), channels, in.width() * channels, tall, in.height()));
        }
        if (wide > 1) {
            engines.add(RepeatUnit.of(name, output.type(), channels, channels, wide, layer.height() * in.width()));
        }
        return engines;
    }
}
