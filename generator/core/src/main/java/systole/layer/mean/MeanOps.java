package systole.layer.mean;

import java.util.List;
import systole.network.IntType;
import systole.network.Padding;
import systole.network.Shape;
import systole.network.TensorType;
import systole.network.Window;
import systole.network.Window.Placed;
import systole.op.LayerOps;
import systole.op.NamedOp;
import systole.op.RequantTask;
import systole.op.Scaling;
import systole.op.WindowReduceOp;

/**
 * Chooses the hardware of a {@link Mean}: an array without weights, whose requantizer subtracts the zero points of a
 * sum.
 */
public final class MeanOps implements LayerOps<Mean> {
    @Override
    public List<NamedOp> ops(String name, Mean layer, List<TensorType> inputs, TensorType output) {
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
        WindowReduceOp.Sum sum = new WindowReduceOp.Sum(new Scaling(task, List.of(-zeros)));
        return List.of(
                new NamedOp(name, new WindowReduceOp(placed, shape.channels(), input.type(), sum, output.type())));
    }
}
