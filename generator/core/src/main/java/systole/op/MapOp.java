package systole.op;

import systole.network.IntTensor;
import systole.network.IntType;

/**
 * A function of each element alone.
 *
 * @param in type of an input element
 * @param out type of an output element
 * @param function of an element
 * @param channels of a pixel
 * @param elements of a frame
 */
public record MapOp(IntType in, IntType out, Function function, int channels, int elements) implements Op {
    /** What an element becomes. */
    public sealed interface Function permits Limits, Table {}

    /** The element itself, or the limit that it is beyond; input and output are of one type. */
    public record Limits(int lo, int hi) implements Function {}

    /**
     * Its entry in a table.
     *
     * @param entries 2^bits of them, indexed by the element's bits
     */
    public record Table(IntTensor entries) implements Function {}
}
