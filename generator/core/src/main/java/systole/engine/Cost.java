package systole.engine;

/**
 * Expected resources on a 7-series device.
 *
 * @param dsp DSP48E1 slices
 * @param lut look-up tables, those used as memory included
 * @param ramb18 halves of a RAMB36
 */
public record Cost(int dsp, int lut, int ramb18) {
    public static final Cost NONE = new Cost(0, 0, 0);

    /** The width of an address for this number of words. */
    public static int bits(int words) {
        return words <= 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(words - 1);
    }

    public Cost plus(Cost other) {
        return new Cost(dsp + other.dsp, lut + other.lut, ramb18 + other.ramb18);
    }

    public Cost times(int n) {
        return new Cost(dsp * n, lut * n, ramb18 * n);
    }
}
