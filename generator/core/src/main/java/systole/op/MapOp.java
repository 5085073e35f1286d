package systole.op;

import systole.network.IntTensor;
import systole.network.IntType;

/**
 * A function that is applied to each element by itself.
 *
 * @param in type of an input element
 * @param out type of an output element
 * @param function the function of an element
 * @param channels channels of a pixel
 * @param elements elements of a frame
 */
public record MapOp(IntType in, IntType out, Function function, int channels, int elements) implements Op {
    /** The function of an element. */
    public sealed interface Function permits Known, Limits, Same, Table {}

    /**
     * A value that only the element's place decides: the values in turn, over and over.
     *
     * @param values whole pixels, which divide the elements of a frame
     */
    public record Known(IntTensor values) implements Function {}

    /** The element itself, or the nearest limit if it lies outside. Input and output have the same type. */
    public record Limits(int lo, int hi) implements Function {}

    /** The element itself, whose value the other type has as well. */
    public record Same() implements Function {}

    /**
     * The entry for the element in a table.
     *
     * @param entries the 2^bits entries, indexed by the element's bits
     */
    public record Table(IntTensor entries) implements Function {}
}
