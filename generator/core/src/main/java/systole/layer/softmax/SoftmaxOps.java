package systole.layer.softmax;

import java.util.List;
import systole.network.IntTensor;
import systole.network.Shape;
import systole.network.TensorType;
import systole.op.LayerOps;
import systole.op.NamedOp;
import systole.op.SoftmaxOp;

/** The operation of {@link Softmax}. */
public final class SoftmaxOps implements LayerOps<Softmax> {
    @Override
    public List<NamedOp> ops(String name, Softmax layer, List<TensorType> inputs, TensorType output) {
        Shape shape = output.shape();
        int[] exps = SoftmaxMath.exps(layer.beta(), inputs.get(0).element().scale());
        return List.of(new NamedOp(
                name,
                new SoftmaxOp(
                        inputs.get(0).type(),
                        output.element(),
                        IntTensor.vector(exps),
                        shape.channels(),
                        shape.pixels())));
    }
}
