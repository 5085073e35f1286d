package systole.engine;

import java.util.List;

/** A unit that computes an operation and can be folded: fewer lanes and multipliers, more cycles. */
public interface Engine extends Unit {
    /** The present folding. */
    Folding folding();

    /** The engine in every folding that computes just what is wanted, each once. */
    List<? extends Engine> foldings();

    /**
     * The engine in further foldings, each once. They take fewer cycles than those of {@link #foldings()} allow, because
     * they also compute elements that nobody asked for and that are dropped.
     */
    default List<? extends Engine> paddedFoldings() {
        return List.of();
    }

    /** True if the present folding is one of those that pad. */
    default boolean isPadded() {
        return false;
    }

    /** The same engine in this folding with each kind of hardware that it can have, itself first. */
    default List<? extends Engine> variants() {
        return List.of(this);
    }

    /** Cycles that a frame takes at the least: the longest of reading, computing and writing it. */
    long cycles();

    /** Multipliers that work on products of the operation; requantizers do not count. */
    default int multipliers() {
        return 0;
    }

    /** Multiply-accumulate operations of a frame. */
    default long macs() {
        return 0;
    }

    /** What the engine is expected to occupy. */
    Cost cost();

    /** The same engine with storage of about the size that it will be given, to estimate what it occupies. */
    default Engine withUsualStorage() {
        return this;
    }

    /** How the parts of a frame go through it. */
    default Progress progress() {
        return new SteadyProgress(cycles());
    }

    /** An engine with a single input and output. */
    default BeatStream input() {
        return inputs().get(0);
    }

    default BeatStream output() {
        return outputs().get(0);
    }
}
