package systole.op;

import systole.network.IntType;
import systole.network.Window.Placed;

/**
 * Each channel of a window reduced to one element. Padding takes no part.
 *
 * @param window geometry; every position overlaps the input
 * @param channels of a pixel
 * @param x type of an input element
 * @param reduction what is made of the elements
 * @param out type of an output element
 */
public record WindowReduceOp(Placed window, int channels, IntType x, Reduction reduction, IntType out) implements Op {
    /** What is made of the elements of a window. */
    public sealed interface Reduction permits Greatest, Sum {}

    /** The greatest of them. */
    public record Greatest() implements Reduction {}

    /**
     * The element that their sum is scaled to.
     *
     * @param scaling by output position
     */
    public record Sum(Scaling scaling) implements Reduction {}
}
