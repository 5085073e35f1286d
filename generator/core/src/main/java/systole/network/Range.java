package systole.network;

/** The integers from {@code lo} to {@code hi}, both included. */
public record Range(long lo, long hi) {
    public Range {
        if (lo > hi) {
            throw new IllegalArgumentException("a range ends where it starts or later: " + lo + ".." + hi);
        }
    }

    /** The least width of a two's complement number that holds every integer of the range; at least 1. */
    public int signedBits() {
        return Long.SIZE + 1 - Long.numberOfLeadingZeros((lo ^ (lo >> 63)) | (hi ^ (hi >> 63)));
    }

    public boolean contains(long value) {
        return lo <= value && value <= hi;
    }

    /** The member of the range that is nearest to a value. */
    public long clamp(long value) {
        return Math.max(lo, Math.min(hi, value));
    }

    /** All numbers of {@code bits} bits in two's complement, 1 to 64. */
    public static Range ofSigned(int bits) {
        if (bits < 1 || bits > Long.SIZE) {
            throw new IllegalArgumentException("a two's complement number has 1 to 64 bits, not " + bits);
        }
        long most = Long.MAX_VALUE >> (Long.SIZE - bits);
        return new Range(-most - 1, most);
    }

    @Override
    public String toString() {
        return lo + ".." + hi;
    }
}
