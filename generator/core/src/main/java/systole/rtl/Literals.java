package systole.rtl;

/** Verilog literals. */
public final class Literals {
    private Literals() {}

    /** A signed 18-bit number. */
    public static String signed18(int value) {
        return signed(value, 18);
    }

    /** A signed number of {@code bits} bits. */
    public static String signed(long value, int bits) {
        return (value < 0 ? "-" : "") + bits + "'sd" + Math.abs(value);
    }

    public static int flag(boolean set) {
        return set ? 1 : 0;
    }

    /** The width of an address for this number of words, at least 1. */
    public static int addressBits(int words) {
        return Math.max(1, 32 - Integer.numberOfLeadingZeros(words - 1));
    }
}
