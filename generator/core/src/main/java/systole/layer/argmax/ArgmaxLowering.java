package systole.layer.argmax;

import java.util.List;
import systole.network.Shape;
import systole.network.TensorType;
import systole.plan.Lowering;
import systole.plan.unit.ArgmaxUnit;
import systole.plan.unit.Engine;

/** The hardware of {@link Argmax}. */
public final class ArgmaxLowering implements Lowering<Argmax> {
    @Override
    public List<Engine> lower(String name, Argmax layer, List<TensorType> inputs, TensorType output) {
        Shape shape = inputs.get(0).shape();
        return List.of(new ArgmaxUnit(name, inputs.get(0).type(), output.type(), shape.channels(), shape.pixels()));
    }
}
