package systole.layer.lookup;

import java.util.List;
import java.util.stream.IntStream;
import systole.network.Fold;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.TensorType;
import systole.plan.Lowering;
import systole.plan.unit.Engine;
import systole.plan.unit.LookupUnit;

/** The hardware of {@link Lookup}: a memory addressed by the element's bits. */
public final class LookupLowering implements Lowering<Lookup> {
    @Override
    public List<Engine> lower(String name, Lookup layer, List<TensorType> inputs, TensorType output) {
        IntType in = inputs.get(0).type();
        IntTensor byBits = IntTensor.vector(IntStream.range(0, layer.table().size())
                .map(bits -> layer.table().get(in.fromBits(bits) - in.min()))
                .toArray());
        return List.of(new LookupUnit(
                name,
                in,
                output.type(),
                byBits,
                output.shape().channels(),
                output.shape().elements(),
                new Fold(1, 1)));
    }
}
