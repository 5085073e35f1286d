package systole.network;

/**
 * Positions of a dimension at equal distances.
 *
 * @param first the first position, from 0
 * @param count the number of positions, at least 1
 * @param step the distance between two of them, at least 1
 */
public record Span(int first, int count, int step) {
    public Span {
        if (first < 0 || count < 1 || step < 1) {
            throw new IllegalArgumentException("positions start at 0 or more, and there is one at least, not " + first
                    + ", " + count + ", " + step);
        }
    }

    /** All positions of a dimension. */
    public static Span all(int size) {
        return new Span(0, size, 1);
    }

    /** The last position. */
    public long last() {
        return first + (count - 1L) * step;
    }

    /** True if these are all positions of a dimension of this size. */
    public boolean isAll(int size) {
        return equals(all(size));
    }

    /** True if a position is one of these. */
    public boolean holds(int position) {
        return position >= first && position <= last() && (position - first) % step == 0;
    }
}
