package systole.form.requant;

/** The DSP48E1 multiplier: 25 x 18 bits, both signed. Wider products add slices along the 17-bit shifted cascade. */
final class Dsp48 {
    private static final int WIDE = 25;
    private static final int NARROW = 18;

    private Dsp48() {}

    /**
     * The number of slices that multiply a signed number of {@code signedBits} with an unsigned one of
     * {@code unsignedBits}.
     */
    static int slices(int signedBits, int unsignedBits) {
        return Math.min(
                words(signedBits, WIDE) * words(unsignedBits + 1, NARROW),
                words(signedBits, NARROW) * words(unsignedBits + 1, WIDE));
    }

    /**
     * The number of words that a signed number is cut into. The top word fills a signed port, and each word below it
     * has one bit less.
     */
    private static int words(int bits, int port) {
        return Math.max(1, (bits - 1 + port - 2) / (port - 1));
    }
}
