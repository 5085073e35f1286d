package systole.layer.slice;

import java.util.List;
import systole.network.Shape;
import systole.network.TensorType;
import systole.op.LayerOps;
import systole.op.NamedOp;
import systole.op.RearrangeOp;

/** The operation of {@link Slice}. A slice that keeps everything needs none. */
public final class SliceOps implements LayerOps<Slice> {
    @Override
    public List<NamedOp> ops(String name, Slice layer, List<TensorType> inputs, TensorType output) {
        Shape in = inputs.get(0).shape();
        return output.shape().equals(in)
                ? List.of()
                : List.of(new NamedOp(
                        name,
                        new RearrangeOp(
                                output.type(),
                                new RearrangeOp.Selection(in, layer.rows(in), layer.columns(in), layer.channels(in)))));
    }
}
