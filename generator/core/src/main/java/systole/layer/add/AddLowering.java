package systole.layer.add;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import systole.network.Fold;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Range;
import systole.network.Requantization;
import systole.network.TensorType;
import systole.plan.Lowering;
import systole.plan.requant.RequantPlanner;
import systole.plan.requant.RequantTask;
import systole.plan.unit.AddUnit;
import systole.plan.unit.Engine;
import systole.plan.unit.Requantized;

/** The hardware of {@link Add}: rescaled terms come from tables, plain ones are the elements with a bias. */
public final class AddLowering implements Lowering<Add> {
    @Override
    public List<Engine> lower(String name, Add layer, List<TensorType> inputs, TensorType output) {
        AddArithmetic arithmetic = AddArithmetic.of(layer, inputs);
        boolean rescaled = layer.requant().isEmpty();
        IntType a = inputs.get(0).type();
        IntType b = inputs.get(1).type();
        int channels = output.shape().channels();
        int indices = layer.requant().map(Requantization::values).orElse(1);
        long zeros =
                inputs.get(0).element().zero() + (long) inputs.get(1).element().zero();
        Range bounds = arithmetic.bounds();
        RequantTask task = new RequantTask(
                arithmetic.requantizer(),
                Collections.nCopies(indices, arithmetic.reachable()),
                output.element().zero(),
                (int) bounds.lo(),
                (int) bounds.hi());
        Requantized requantized = new Requantized(
                RequantPlanner.choose(task), Collections.nCopies(indices, rescaled ? 0 : -zeros), false);
        Range raw = new Range((long) a.min() + b.min(), (long) a.max() + b.max());
        return List.of(new AddUnit(
                name,
                a,
                b,
                rescaled ? Optional.of(List.of(table(arithmetic, 0, a), table(arithmetic, 1, b))) : Optional.empty(),
                rescaled ? arithmetic.reachable() : raw,
                requantized,
                output.type(),
                channels,
                output.shape().elements(),
                new Fold(1, 1)));
    }

    private static IntTensor table(AddArithmetic arithmetic, int input, IntType type) {
        return IntTensor.vector(IntStream.range(0, 1 << type.bits())
                .map(bits -> arithmetic.term(input, type.fromBits(bits)))
                .toArray());
    }
}
