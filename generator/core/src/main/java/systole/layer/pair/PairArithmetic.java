package systole.layer.pair;

import systole.network.Range;
import systole.network.Requantizer;

/** The exact steps from two elements to an accumulator and on to a level. */
public interface PairArithmetic {
    /**
     * The accumulator.
     *
     * @param first an element of the first input
     * @param second the element of the second input at the same place
     */
    long combine(int first, int second);

    /** The accumulators that can occur. */
    Range reachable();

    /** Turns an accumulator into a level, before the zero point and the limits. */
    Requantizer requantizer();
}
