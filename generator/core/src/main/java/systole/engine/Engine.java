package systole.engine;

import java.util.List;
import systole.target.resource.ResourceVector;

/**
 * A unit that computes an operation and can be folded. A tighter folding has fewer lanes and multipliers and takes more
 * cycles.
 */
public interface Engine extends Unit {
    /** The present folding. */
    Folding folding();

    /**
     * The engine in every folding whose factors divide the channels, so that nothing but the operation is computed;
     * each once.
     */
    List<? extends Engine> foldings();

    /**
     * The engine in further foldings, whose factors do not divide the channels; each once. They pad the channels, and
     * the results for the added channels are dropped. In return, they take fewer cycles.
     */
    default List<? extends Engine> paddedFoldings() {
        return List.of();
    }

    /** True if the present folding is one of those that pad. */
    default boolean isPadded() {
        return false;
    }

    /** The same engine in this folding with each kind of hardware that it can have. This engine itself comes first. */
    default List<? extends Engine> variants() {
        return List.of(this);
    }

    /** The fewest cycles that a frame takes: those of reading, computing or writing it, whichever takes longest. */
    long cycles();

    /** The number of multipliers for the products of the operation. Multipliers in requantizers do not count. */
    default int multipliers() {
        return 0;
    }

    /** Multiply-accumulate operations of a frame. */
    default long macs() {
        return 0;
    }

    /** The resources that the engine is expected to need. */
    ResourceVector cost();

    /** The same engine with storage of about the size that it will be given, which serves to estimate its cost. */
    default Engine withUsualStorage() {
        return this;
    }

    /** The way in which the parts of a frame go through the engine. */
    default Pace pace() {
        return new SteadyPace(cycles());
    }

    /** The input of an engine that has only one. */
    default BeatStream input() {
        return inputs().get(0);
    }

    default BeatStream output() {
        return outputs().get(0);
    }
}
