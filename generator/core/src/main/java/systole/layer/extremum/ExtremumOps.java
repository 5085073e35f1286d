package systole.layer.extremum;

import java.util.List;
import systole.network.TensorType;
import systole.op.LayerOps;
import systole.op.NamedOp;
import systole.op.PairOp;

/** The operation of an {@link Extremum}. */
public final class ExtremumOps<L extends Extremum> implements LayerOps<L> {
    @Override
    public List<NamedOp> ops(String name, L layer, List<TensorType> inputs, TensorType output) {
        return List.of(new NamedOp(
                name,
                new PairOp(
                        output.type(),
                        output.type(),
                        new PairOp.Extremum(layer.greatest()),
                        output.type(),
                        output.shape().channels(),
                        output.shape().elements())));
    }
}
