package systole.plan.unit;

import systole.network.IntType;

/**
 * A stream of frames between two units. The order of the elements is H, W, C, with channels fastest.
 *
 * @param lanes elements of a beat, the first lowest
 * @param type of an element
 * @param elements of a frame, a multiple of the lanes
 */
public record Stream(int lanes, IntType type, int elements) {
    public Stream {
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
}
