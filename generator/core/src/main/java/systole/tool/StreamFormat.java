package systole.tool;

/**
 * The layout of elements in the beats of an AXI4-Stream port. Element 0 of a beat is lowest, and each element fills
 * whole bytes.
 *
 * @param lanes elements a beat
 * @param elementBytes 1 or 2
 * @param signed whether elements are two's complement
 */
public record StreamFormat(int lanes, int elementBytes, boolean signed) {
    public StreamFormat {
        if (lanes < 1) {
            throw new IllegalArgumentException("a beat has at least one element, not " + lanes);
        }
        if (elementBytes < 1 || elementBytes > 2) {
            throw new IllegalArgumentException("an element has 1 or 2 bytes, not " + elementBytes);
        }
    }

    /** Bytes of {@code tdata}. */
    public int beatBytes() {
        return lanes * elementBytes;
    }

    /** Beats of a frame; the elements must fill all of them. */
    public int beats(int elements) {
        if (elements < 1 || elements % lanes != 0) {
            throw new IllegalArgumentException(elements + " elements do not fill beats of " + lanes);
        }
        return elements / lanes;
    }

    /** Whether a value fits the bytes of an element. */
    public boolean contains(int value) {
        int bits = 8 * elementBytes;
        return signed ? value >> (bits - 1) == value >> 31 : value >> bits == 0;
    }
}
