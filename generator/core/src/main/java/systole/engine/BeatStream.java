package systole.engine;

import systole.network.IntType;

/**
 * A stream of frames between two units. The order of the elements is H, W, C, with channels fastest.
 *
 * @param lanes elements of a beat, the first lowest
 * @param type of an element
 * @param elements of a frame, a multiple of the lanes
 */
public record BeatStream(int lanes, IntType type, int elements) {
    public BeatStream {
        if (lanes < 1 || elements % lanes != 0) {
            throw new IllegalArgumentException(elements + " elements do not divide into beats of " + lanes);
        }
    }

    /** Beats of a frame. */
    public int beats() {
        return elements / lanes;
    }

    /** Bits of a beat. */
    public int width() {
        return lanes * type.bits();
    }

    /** A beat that holds the same element in every lane, in Verilog. */
    public String repeated(int element) {
        int bits = type.bits();
        long pattern = element & ((1L << bits) - 1);
        return "{" + lanes + "{" + bits + "'h" + Long.toHexString(pattern) + "}}";
    }
}
