package systole.layer.history;

import java.util.List;
import systole.network.IntTensor;
import systole.network.TensorType;
import systole.op.LayerOps;
import systole.op.NamedOp;
import systole.op.RearrangeOp;

/** The operation of {@link History}. */
public final class HistoryOps implements LayerOps<History> {
    @Override
    public List<NamedOp> ops(String name, History layer, List<TensorType> inputs, TensorType output) {
        TensorType input = inputs.get(0);
        RearrangeOp.Memory memory = new RearrangeOp.Memory(
                IntTensor.vector(layer.first(input)), input.shape().elements());
        return List.of(new NamedOp(name, new RearrangeOp(output.type(), memory)));
    }
}
