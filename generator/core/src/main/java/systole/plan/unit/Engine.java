package systole.plan.unit;

import java.util.List;
import systole.network.Fold;

/** A unit that computes a layer and can be folded: fewer lanes and multipliers, more cycles. */
public sealed interface Engine extends Unit permits WindowedEngine, LaneEngine, PixelEngine, LstmUnit {
    /** The present folding. */
    Fold fold();

    /** Every folding that computes just what is wanted, each once. */
    List<Fold> folds();

    /** Further foldings, which compute what nobody wants to be able to take fewer cycles; each once. */
    default List<Fold> paddedFolds() {
        return List.of();
    }

    /** True if the present folding is one of those that pad. */
    default boolean isPadded() {
        return false;
    }

    /** The same engine, folded otherwise; the folding is one of {@link #folds()} or {@link #paddedFolds()}. */
    Engine withFold(Fold fold);

    /** The same engine in this folding with each kind of hardware that it can have, itself first. */
    default List<? extends Engine> variants() {
        return List.of(this);
    }

    /** Cycles that a frame takes at the least: the longest of reading, computing and writing it. */
    long cycles();

    /** Multipliers that work on products of the layer; requantizers do not count. */
    default int multipliers() {
        return 0;
    }

    /** Multiply-accumulate operations of a frame. */
    default long macs() {
        return 0;
    }

    /** What the engine is expected to occupy. */
    Cost cost();

    /** An engine with a single input and output. */
    default Stream input() {
        return inputs().get(0);
    }

    default Stream output() {
        return outputs().get(0);
    }
}
