package systole.network;

/** A two's complement or unsigned integer of 1 to 16 bits, written {@code int8} or {@code uint4}. */
public record IntType(int bits, boolean signed) {
    public static final IntType INT8 = new IntType(8, true);
    public static final IntType UINT8 = new IntType(8, false);
    public static final IntType INT16 = new IntType(16, true);

    /** The most bits of an element. */
    public static final int MAX_BITS = 16;

    public IntType {
        if (bits < 1 || bits > MAX_BITS) {
            throw new IllegalArgumentException("an integer type has 1 to 16 bits, not " + bits);
        }
    }

    public int min() {
        return signed ? -(1 << (bits - 1)) : 0;
    }

    public int max() {
        return signed ? (1 << (bits - 1)) - 1 : (1 << bits) - 1;
    }

    public boolean contains(long value) {
        return min() <= value && value <= max();
    }

    public int clamp(long value) {
        return (int) Math.max(min(), Math.min(max(), value));
    }

    /** The value of a pattern of {@link #bits} bits. */
    public int fromBits(int pattern) {
        return signed && pattern > max() ? pattern - (1 << bits) : pattern;
    }

    /** The number of bits that hold every value in two's complement. */
    public int signedBits() {
        return bits + (signed ? 0 : 1);
    }

    /** The number of bytes for an element: 1 for up to 8 bits, 2 for up to 16. */
    public int bytes() {
        return (bits + 7) / 8;
    }

    @Override
    public String toString() {
        return (signed ? "int" : "uint") + bits;
    }
}
