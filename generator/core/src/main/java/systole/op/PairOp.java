package systole.op;

import systole.network.IntType;
import systole.network.Range;

/**
 * One element of two, from two streams of the same shape.
 *
 * @param a type of the first input's elements
 * @param b type of the second input's elements
 * @param combination what is made of them
 * @param out type of an output element
 * @param channels of a pixel
 * @param elements of a frame
 */
public record PairOp(IntType a, IntType b, Combination combination, IntType out, int channels, int elements)
        implements Op {
    /** What is made of two elements. */
    public sealed interface Combination permits Extremum, Scaled {}

    /**
     * One of the two, which are of one type.
     *
     * @param greatest true for the greater, false for the lesser
     */
    public record Extremum(boolean greatest) implements Combination {}

    /**
     * The element that an accumulator of the two is scaled to.
     *
     * @param pairing makes the accumulator
     * @param sum what that can be, before the bias
     * @param scaling with a single index, or one for each channel
     */
    public record Scaled(Pairing pairing, Range sum, Scaling scaling) implements Combination {}
}
