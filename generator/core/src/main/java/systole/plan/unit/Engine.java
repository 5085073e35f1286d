package systole.plan.unit;

import java.util.List;
import systole.network.Fold;

/**
 * A unit that computes a layer and can be folded. A tighter folding has fewer lanes and multipliers and takes more
 * cycles.
 */
public sealed interface Engine extends Unit permits WindowedEngine, LaneEngine, PixelEngine, LstmUnit {
    /** The present folding. */
    Fold fold();

    /** Every folding whose factors divide the channels, so that nothing but the layer is computed; each once. */
    List<Fold> folds();

    /**
     * Further foldings, whose factors do not divide the channels; each once. They pad the channels, and the results for
     * the added channels are dropped. In return, they take fewer cycles.
     */
    default List<Fold> paddedFolds() {
        return List.of();
    }

    /** True if the present folding is one of those that pad. */
    default boolean isPadded() {
        return false;
    }

    /** The same engine in another folding, which is one of {@link #folds()} or {@link #paddedFolds()}. */
    Engine withFold(Fold fold);

    /** The same engine in this folding with each kind of hardware that it can have. This engine itself comes first. */
    default List<? extends Engine> variants() {
        return List.of(this);
    }

    /** The fewest cycles that a frame takes: those of reading, computing or writing it, whichever takes longest. */
    long cycles();

    /** The number of multipliers for the products of the layer. Multipliers in requantizers do not count. */
    default int multipliers() {
        return 0;
    }

    /** Multiply-accumulate operations of a frame. */
    default long macs() {
        return 0;
    }

    /** The resources that the engine is expected to need. */
    Cost cost();

    /** The input of an engine that has only one. */
    default Stream input() {
        return inputs().get(0);
    }

    default Stream output() {
        return outputs().get(0);
    }
}
