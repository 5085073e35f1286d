package systole.layer.reverse;

import java.util.List;
import systole.network.TensorType;
import systole.op.LayerOps;
import systole.op.NamedOp;
import systole.op.RearrangeOp;

/** The operation of {@link Reverse}. A single position needs none. */
public final class ReverseOps implements LayerOps<Reverse> {
    @Override
    public List<NamedOp> ops(String name, Reverse layer, List<TensorType> inputs, TensorType output) {
        int positions = output.shape().width();
        return positions == 1
                ? List.of()
                : List.of(new NamedOp(
                        name,
                        new RearrangeOp(
                                output.type(),
                                new RearrangeOp.Reversal(output.shape().channels(), positions))));
    }
}
