package systole.target.chip;

/**
 * A slice that multiplies and adds, all numbers signed.
 *
 * @param name as a netlist calls it
 * @param wide bits of the multiplier's wider port
 * @param narrow bits of the other
 * @param accumulator bits of the sum
 */
public record DspSlice(String name, int wide, int narrow, int accumulator) {
    /**
     * The number of slices that multiply a signed number of {@code signedBits} with an unsigned one of {@code
     * unsignedBits}. Wider products than a slice's add slices along the shifted cascade.
     */
    public int slices(int signedBits, int unsignedBits) {
        return Math.min(
                words(signedBits, wide) * words(unsignedBits + 1, narrow),
                words(signedBits, narrow) * words(unsignedBits + 1, wide));
    }

    /**
     * The number of words that a signed number is cut into. The top word fills a signed port, and each word below it
     * has one bit less.
     */
    private static int words(int bits, int port) {
        return Math.max(1, (bits - 1 + port - 2) / (port - 1));
    }
}
