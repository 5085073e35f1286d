package systole.layer.reverse;

import java.util.List;
import systole.network.Layout.Axis;
import systole.network.Shape;
import systole.network.TensorType;
import systole.op.LayerOps;
import systole.op.NamedOp;
import systole.op.Permutation;
import systole.op.RearrangeOp;

/** The operation of {@link Reverse}. A single position needs none. */
public final class ReverseOps implements LayerOps<Reverse> {
    @Override
    public List<NamedOp> ops(String name, Reverse layer, List<TensorType> inputs, TensorType output) {
        Shape shape = output.shape();
        int size = layer.axis().of(shape);
        int block = layer.axis().run(shape);
        int run = block / size;
        Permutation permutation = Permutation.of(
                List.of(new Axis(shape.elements() / block, block), new Axis(size, -run), new Axis(run, 1)));
        return size == 1 ? List.of() : List.of(new NamedOp(name, new RearrangeOp(output.type(), permutation)));
    }
}
