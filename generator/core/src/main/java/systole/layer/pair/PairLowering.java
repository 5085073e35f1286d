package systole.layer.pair;

import java.util.Collections;
import java.util.List;
import systole.network.Fold;
import systole.network.Range;
import systole.network.Requantization;
import systole.network.TensorType;
import systole.plan.Lowering;
import systole.plan.requant.RequantPlanner;
import systole.plan.requant.RequantTask;
import systole.plan.unit.Engine;
import systole.plan.unit.PairUnit;
import systole.plan.unit.Pairing;
import systole.plan.unit.Requantized;

/** Chooses the hardware of a {@link Pair}. Only the part that makes the accumulator depends on the kind. */
public final class PairLowering<L extends Pair> implements Lowering<L> {
    /**
     * The way in which a layer's accumulators are made.
     *
     * @param pairing makes them
     * @param bias added to them later
     */
    public record Start(Pairing pairing, long bias) {}

    /** Chooses the way for a layer with inputs of two types. */
    @FunctionalInterface
    public interface Choice<L extends Pair> {
        Start of(L layer, TensorType first, TensorType second);
    }

    private final Choice<L> choice;

    /** The hardware of a kind. */
    public PairLowering(Choice<L> choice) {
        this.choice = choice;
    }

    @Override
    public List<Engine> lower(String name, L layer, List<TensorType> inputs, TensorType output) {
        PairArithmetic arithmetic = layer.arithmetic(inputs);
        Start start = choice.of(layer, inputs.get(0), inputs.get(1));
        Range reachable = arithmetic.reachable();
        Range bounds = layer.activation().bounds(output.element());
        int indices = layer.requant().map(Requantization::values).orElse(1);
        RequantTask task = new RequantTask(
                arithmetic.requantizer(),
                Collections.nCopies(indices, reachable),
                output.element().zero(),
                (int) bounds.lo(),
                (int) bounds.hi());
        return List.of(new PairUnit(
                name,
                inputs.get(0).type(),
                inputs.get(1).type(),
                start.pairing(),
                new Range(reachable.lo() - start.bias(), reachable.hi() - start.bias()),
                new Requantized(RequantPlanner.choose(task), Collections.nCopies(indices, start.bias()), false),
                output.type(),
                output.shape().channels(),
                output.shape().elements(),
                new Fold(1, 1)));
    }
}
