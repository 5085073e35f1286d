package systole.rtl;

import java.math.BigInteger;
import systole.network.IntTensor;

/** The text of a memory file. Each line has one hexadecimal word, and all words have the same width. */
public final class MemoryImage {
    private final int width;
    private final StringBuilder text = new StringBuilder();
    private BigInteger word = BigInteger.ZERO;
    private int filled;

    public MemoryImage(int width) {
        this.width = width;
    }

    /** A file beside the modules that holds the entries of a table, with one word for each. */
    public static GeneratedFile file(String name, IntTensor table, int bits) {
        MemoryImage image = new MemoryImage(bits);
        table.stream().forEach(entry -> image.field(entry, bits).end());
        return new GeneratedFile("rtl/" + name, image.text());
    }

    /** Appends a field above those already in the word, in two's complement if negative. */
    public MemoryImage field(long value, int bits) {
        BigInteger mask = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
        word = word.or(BigInteger.valueOf(value).and(mask).shiftLeft(filled));
        filled += bits;
        return this;
    }

    /** Ends a word, which must be complete. */
    public MemoryImage end() {
        if (filled != width) {
            throw new IllegalStateException("a word of " + filled + " bits in a memory of " + width);
        }
        String digits = word.toString(16);
        text.append("0".repeat((width + 3) / 4 - digits.length()))
                .append(digits)
                .append('\n');
        word = BigInteger.ZERO;
        filled = 0;
        return this;
    }

    public String text() {
        return text.toString();
    }
}
