package systole.target.chip;

import java.util.OptionalInt;
import java.util.stream.IntStream;

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
     * unsignedBits}, each cut into one word or two.
     *
     * @return empty if an operand has more bits than two words of its port
     */
    public OptionalInt slices(int signedBits, int unsignedBits) {
        return IntStream.of(
                        slices(signedBits, wide, unsignedBits + 1, narrow),
                        slices(signedBits, narrow, unsignedBits + 1, wide))
                .filter(slices -> slices > 0)
                .min();
    }

    /** The products of the words of two operands; 0 if one has more than two words. */
    private static int slices(int bits, int port, int others, int otherPort) {
        int words = words(bits, port);
        int otherWords = words(others, otherPort);
        return words > 2 || otherWords > 2 ? 0 : words * otherWords;
    }

    /**
     * The number of words that a signed number is cut into. The top word fills a signed port, and each word below it
     * has one bit less.
     */
    private static int words(int bits, int port) {
        return Math.max(1, (bits - 1 + port - 2) / (port - 1));
    }
}
