package systole.layer.transpose;

import java.util.List;
import java.util.stream.IntStream;
import systole.network.Layout.Axis;
import systole.network.Shape;
import systole.network.TensorType;
import systole.op.LayerOps;
import systole.op.NamedOp;
import systole.op.Permutation;
import systole.op.RearrangeOp;

/** The operation of {@link Transpose}. One that moves no element needs none. */
public final class TransposeOps implements LayerOps<Transpose> {
    @Override
    public List<NamedOp> ops(String name, Transpose layer, List<TensorType> inputs, TensorType output) {
        Shape in = inputs.get(0).shape();
        List<Integer> strides = layer.strides(in);
        Permutation permutation = Permutation.of(IntStream.range(0, strides.size())
                .mapToObj(i -> new Axis(layer.dims(in).get(layer.order().get(i)), strides.get(i)))
                .toList());
        return permutation.isIdentity()
                ? List.of()
                : List.of(new NamedOp(name, new RearrangeOp(output.type(), permutation)));
    }
}
