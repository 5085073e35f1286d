package systole.emit;

import systole.plan.unit.Stream;

/** Verilog literals. */
final class Literals {
    private Literals() {}

    /** A beat that holds the same element in every lane. */
    static String repeated(Stream stream, int element) {
        int bits = stream.type().bits();
        long pattern = element & ((1L << bits) - 1);
        return "{" + stream.lanes() + "{" + bits + "'h" + Long.toHexString(pattern) + "}}";
    }

    /** A signed 18-bit number. */
    static String signed18(int value) {
        return signed(value, 18);
    }

    /** A signed number of {@code bits} bits. */
    static String signed(long value, int bits) {
        return (value < 0 ? "-" : "") + bits + "'sd" + Math.abs(value);
    }

    static int flag(boolean set) {
        return set ? 1 : 0;
    }

    /** The width of an address for this number of words, at least 1. */
    static int addressBits(int words) {
        return Math.max(1, 32 - Integer.numberOfLeadingZeros(words - 1));
    }
}
