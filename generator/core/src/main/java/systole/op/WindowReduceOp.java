package systole.op;

import systole.network.IntType;
import systole.network.Window.Placed;

/**
 * Reduces each channel of a window to one element. Padding takes no part.
 *
 * @param window geometry; every position overlaps the input
 * @param channels channels of a pixel
 * @param x type of an input element
 * @param reduction makes the element
 * @param out type of an output element
 */
public record WindowReduceOp(Placed window, int channels, IntType x, Reduction reduction, IntType out) implements Op {
    /** The way in which the elements of a window become one. */
    public sealed interface Reduction permits Greatest, Sum {}

    /** The greatest of the elements. */
    public record Greatest() implements Reduction {}

    /**
     * The sum of the elements, scaled to an element.
     *
     * @param scaling turns the sum into an element, by output position
     */
    public record Sum(Scaling scaling) implements Reduction {}
}
