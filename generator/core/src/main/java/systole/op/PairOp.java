package systole.op;

import systole.network.IntType;
import systole.network.Range;

/**
 * Makes one element from two, which come from two streams of the same shape.
 *
 * @param a type of the first input's elements
 * @param b type of the second input's elements
 * @param combination makes the element
 * @param out type of an output element
 * @param channels channels of a pixel
 * @param elements elements of a frame
 */
public record PairOp(IntType a, IntType b, Combination combination, IntType out, int channels, int elements)
        implements Op {
    /** The way in which two elements become one. */
    public sealed interface Combination permits Extremum, Scaled {}

    /**
     * The greater or the lesser of two elements of the same type.
     *
     * @param greatest true for the greater, false for the lesser
     */
    public record Extremum(boolean greatest) implements Combination {}

    /**
     * An accumulator of the two elements that is scaled to one element.
     *
     * @param pairing makes the accumulator
     * @param sum the range of the accumulator, before the bias
     * @param scaling turns the accumulator into an element, with a single index or one for each channel
     */
    public record Scaled(Pairing pairing, Range sum, Scaling scaling) implements Combination {}
}
