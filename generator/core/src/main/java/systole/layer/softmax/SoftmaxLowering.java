package systole.layer.softmax;

import java.util.List;
import systole.network.IntTensor;
import systole.network.Shape;
import systole.network.TensorType;
import systole.plan.Lowering;
import systole.plan.unit.Engine;
import systole.plan.unit.SoftmaxUnit;

/** The hardware of {@link Softmax}. */
public final class SoftmaxLowering implements Lowering<Softmax> {
    @Override
    public List<Engine> lower(String name, Softmax layer, List<TensorType> inputs, TensorType output) {
        Shape shape = output.shape();
        int[] exps = SoftmaxMath.exps(layer.beta(), inputs.get(0).element().scale());
        return List.of(new SoftmaxUnit(
                name,
                inputs.get(0).type(),
                output.element(),
                IntTensor.vector(exps),
                shape.channels(),
                shape.pixels()));
    }
}
