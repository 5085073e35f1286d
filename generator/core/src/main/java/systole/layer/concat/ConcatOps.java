package systole.layer.concat;

import java.util.List;
import systole.network.TensorType;
import systole.op.LayerOps;
import systole.op.NamedOp;
import systole.op.RearrangeOp;

/** The operation of {@link Concat}. */
public final class ConcatOps implements LayerOps<Concat> {
    @Override
    public List<NamedOp> ops(String name, Concat layer, List<TensorType> inputs, TensorType output) {
        List<Integer> chunks =
                inputs.stream().map(t -> layer.axis().run(t.shape())).toList();
        int rounds = inputs.get(0).shape().elements() / chunks.get(0);
        return List.of(new NamedOp(name, new RearrangeOp(output.type(), new RearrangeOp.Chain(chunks, rounds))));
    }
}
