package systole.style.streaming.emit;

import java.math.BigInteger;
import java.util.List;
import systole.rtl.GeneratedFile;

/** A memory file read back, as {@code $readmemh} does it. */
public record Mem(List<BigInteger> words) {
    public static Mem of(List<GeneratedFile> files, String name) {
        GeneratedFile file = files.stream()
                .filter(f -> f.path().equals("rtl/" + name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no file " + name));
        return new Mem(
                file.content().lines().map(line -> new BigInteger(line, 16)).toList());
    }

    BigInteger word(int address) {
        return words.get(address);
    }

    int depth() {
        return words.size();
    }

    /** The lowest bits as a two's complement number. */
    public static long signed(BigInteger word, int bits) {
        return word.shiftLeft(64 - bits).longValue() >> (64 - bits);
    }

    /** The lowest bits as an unsigned number of less than 64 bits. */
    public static long unsigned(BigInteger word, int bits) {
        return word.mod(BigInteger.ONE.shiftLeft(bits)).longValue();
    }
}
