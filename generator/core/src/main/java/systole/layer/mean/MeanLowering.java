package systole.layer.mean;

import java.util.List;
import java.util.Optional;
import systole.network.IntType;
import systole.network.Padding;
import systole.network.Shape;
import systole.network.TensorType;
import systole.network.Window;
import systole.network.Window.Placed;
import systole.plan.Lowering;
import systole.plan.requant.RequantPlanner;
import systole.plan.requant.RequantTask;
import systole.plan.unit.Engine;
import systole.plan.unit.MacShape;
import systole.plan.unit.MacUnit;
import systole.plan.unit.Requantized;

/**
 * Chooses the hardware of a {@link Mean}: an array without weights, whose requantizer subtracts the zero points of a
 * sum.
 */
public final class MeanLowering implements Lowering<Mean> {
    @Override
    public List<Engine> lower(String name, Mean layer, List<TensorType> inputs, TensorType output) {
        TensorType input = inputs.get(0);
        Shape shape = input.shape();
        Placed placed = new Window(shape.height(), shape.width(), 1, 1, 1, 1, Padding.Automatic.VALID)
                .on(shape.height(), shape.width());
        IntType type = output.type();
        RequantTask task = new RequantTask(
                layer.requantizer(input),
                List.of(layer.reachable(input)),
                output.element().zero(),
                type.min(),
                type.max());
        long zeros = (long) shape.pixels() * input.element().zero();
        Requantized requantized = new Requantized(RequantPlanner.choose(task), List.of(-zeros), true);
        int channels = shape.channels();
        MacShape pooled = new MacShape(placed, channels, channels, channels);
        return List.of(new MacUnit(name, pooled, input.type(), 0, Optional.empty(), requantized, type));
    }
}
