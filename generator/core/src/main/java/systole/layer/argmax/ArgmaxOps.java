package systole.layer.argmax;

import java.util.List;
import systole.network.Shape;
import systole.network.TensorType;
import systole.op.ArgmaxOp;
import systole.op.LayerOps;
import systole.op.NamedOp;

/** The operation of {@link Argmax}. */
public final class ArgmaxOps implements LayerOps<Argmax> {
    @Override
    public List<NamedOp> ops(String name, Argmax layer, List<TensorType> inputs, TensorType output) {
        Shape shape = inputs.get(0).shape();
        return List.of(
                new NamedOp(name, new ArgmaxOp(inputs.get(0).type(), output.type(), shape.channels(), shape.pixels())));
    }
}
