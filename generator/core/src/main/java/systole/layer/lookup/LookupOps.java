package systole.layer.lookup;

import java.util.List;
import java.util.stream.IntStream;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.TensorType;
import systole.op.LayerOps;
import systole.op.MapOp;
import systole.op.NamedOp;

/**
 * The operation of {@link Lookup}, which is a table that is indexed by the bits of the element. A table that changes no
 * integer needs none.
 */
public final class LookupOps implements LayerOps<Lookup> {
    @Override
    public List<NamedOp> ops(String name, Lookup layer, List<TensorType> inputs, TensorType output) {
        IntType in = inputs.get(0).type();
        if (isSame(layer, in, output.type())) {
            return List.of();
        }
        IntTensor byBits = IntTensor.vector(IntStream.range(0, layer.table().size())
                .map(bits -> layer.table().get(in.fromBits(bits) - in.min()))
                .toArray());
        return List.of(new NamedOp(
                name,
                new MapOp(
                        in,
                        output.type(),
                        new MapOp.Table(byBits),
                        output.shape().channels(),
                        output.shape().elements())));
    }

    private static boolean isSame(Lookup layer, IntType in, IntType out) {
        return in.equals(out)
                && IntStream.range(0, layer.table().size())
                        .allMatch(i -> layer.table().get(i) == in.min() + i);
    }
}
