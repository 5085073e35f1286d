package systole.layer.pad;

import java.util.List;
import systole.network.TensorType;
import systole.op.LayerOps;
import systole.op.NamedOp;
import systole.op.RearrangeOp;

/** The operation of {@link Pad}. */
public final class PadOps implements LayerOps<Pad> {
    @Override
    public List<NamedOp> ops(String name, Pad layer, List<TensorType> inputs, TensorType output) {
        TensorType input = inputs.get(0);
        return List.of(new NamedOp(
                name,
                new RearrangeOp(
                        output.type(), new RearrangeOp.Border(input.shape(), layer.padding(), layer.fill(input)))));
    }
}
