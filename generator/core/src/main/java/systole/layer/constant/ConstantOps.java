package systole.layer.constant;

import java.util.List;
import systole.network.TensorType;
import systole.op.LayerOps;
import systole.op.MapOp;
import systole.op.NamedOp;

/** The operation of {@link Constant}. */
public final class ConstantOps implements LayerOps<Constant> {
    @Override
    public List<NamedOp> ops(String name, Constant layer, List<TensorType> inputs, TensorType output) {
        return List.of(new NamedOp(
                name,
                new MapOp(
                        inputs.get(0).type(),
                        output.type(),
                        new MapOp.Known(layer.values()),
                        output.shape().channels(),
                        output.shape().elements())));
    }
}
