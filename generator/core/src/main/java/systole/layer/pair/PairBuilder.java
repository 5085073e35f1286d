package systole.layer.pair;

import java.util.Optional;
import java.util.function.Supplier;
import systole.layer.support.Missing;
import systole.network.Activation;
import systole.network.Quantized;
import systole.network.Requantization;

/** Builds a layer that makes one element from two. The output is required. */
public final class PairBuilder<L extends Pair> implements Supplier<L> {
    private final String kind;
    private final PairSyntax.Maker<L> layer;
    private Optional<Requantization> requant = Optional.empty();
    private Activation activation = Activation.Named.NONE;
    private Optional<Quantized> output = Optional.empty();

    /** Starts a layer of a kind. */
    public PairBuilder(String kind, PairSyntax.Maker<L> layer) {
        this.kind = kind;
        this.layer = layer;
    }

    /** Combines the integers as they are and requantizes the accumulator. */
    public PairBuilder<L> requant(Requantization requantization) {
        requant = Optional.of(requantization);
        return this;
    }

    public PairBuilder<L> activation(Activation limits) {
        activation = limits;
        return this;
    }

    /** Limits in output integers, both included. */
    public PairBuilder<L> clamp(int lo, int hi) {
        return activation(new Activation.Clamp(lo, hi));
    }

    public PairBuilder<L> output(Quantized elements) {
        output = Optional.of(elements);
        return this;
    }

    @Override
    public L get() {
        return layer.of(requant, activation, output.orElseThrow(Missing.of(kind, "output")));
    }
}
