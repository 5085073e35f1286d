package systole.layer.pair;

import java.util.Collections;
import java.util.List;
import systole.network.Range;
import systole.network.Requantization;
import systole.network.TensorType;
import systole.op.LayerOps;
import systole.op.NamedOp;
import systole.op.PairOp;
import systole.op.Pairing;
import systole.op.RequantTask;
import systole.op.Scaling;

/** The operation of a {@link Pair}. Only the part that makes the accumulator depends on the kind. */
public final class PairOps<L extends Pair> implements LayerOps<L> {
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
    public PairOps(Choice<L> choice) {
        this.choice = choice;
    }

    @Override
    public List<NamedOp> ops(String name, L layer, List<TensorType> inputs, TensorType output) {
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
        Range sums = new Range(reachable.lo() - start.bias(), reachable.hi() - start.bias());
        Scaling scaling = new Scaling(task, Collections.nCopies(indices, start.bias()));
        return List.of(new NamedOp(
                name,
                new PairOp(
                        inputs.get(0).type(),
                        inputs.get(1).type(),
                        new PairOp.Scaled(start.pairing(), sums, scaling),
                        output.type(),
                        output.shape().channels(),
                        output.shape().elements())));
    }
}
