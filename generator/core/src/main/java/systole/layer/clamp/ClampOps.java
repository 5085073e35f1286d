package systole.layer.clamp;

import java.util.List;
import systole.network.Range;
import systole.network.TensorType;
import systole.op.LayerOps;
import systole.op.MapOp;
import systole.op.NamedOp;

/** The operation of layers that limit elements to a range. */
public final class ClampOps<L extends Clamping> implements LayerOps<L> {
    @Override
    public List<NamedOp> ops(String name, L layer, List<TensorType> inputs, TensorType output) {
        Range bounds = layer.activation().bounds(output.element());
        return List.of(new NamedOp(name, limits(output, bounds)));
    }

    /** An operation that limits the elements of a tensor to a range. */
    public static MapOp limits(TensorType tensor, Range bounds) {
        MapOp.Limits limits = new MapOp.Limits((int) bounds.lo(), (int) bounds.hi());
        return new MapOp(
                tensor.type(),
                tensor.type(),
                limits,
                tensor.shape().channels(),
                tensor.shape().elements());
    }
}
