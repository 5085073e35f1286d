package systole.form.curve;

import systole.network.IntTensor;
import systole.network.Range;

/**
 * Straight segments of one length with a table of corrections. The module systole_curve computes them. With
 * {@code a = factor * |x|} and a result that is mirrored for negative x, or with {@code a = factor * (x + 2^15)} if
 * there is no mirror:
 *
 * <pre>
 * p = (base[a >> bits] + slope[a >> bits] * (a mod 2^bits)) >> fraction, + rest[a]
 * y = x negative and mirrored ? mirror - p : p
 * </pre>
 *
 * @param mirrored true if {@code f(x) + f(-x)} is the same for all x; then |-2^15| counts as 2^15 - 1
 * @param mirror the sum {@code f(x) + f(-x)}
 * @param factor at least 1
 * @param bits width of a place within a segment
 * @param fraction fraction bits of the segments
 * @param base the base of each segment
 * @param slope the slope of each segment
 * @param restBits width of a correction, 0 if there are none
 * @param rest the corrections, unsigned, one for each a; empty if there are none
 */
public record Segments(
        boolean mirrored,
        int mirror,
        int factor,
        int bits,
        int fraction,
        IntTensor base,
        IntTensor slope,
        int restBits,
        IntTensor rest)
        implements Curve {
    /** The width of a signed base. */
    public int baseBits() {
        return bits(base);
    }

    /** The width of a signed slope. */
    public int slopeBits() {
        return bits(slope);
    }

    /** The bits of a word of the memory of rests. */
    public static final int REST_WORD = 32;

    /** Rests in a word of that memory: a power of two. */
    public int restsInWord() {
        return REST_WORD / restFieldBits();
    }

    /** Bits of a rest in its word, the least power of two that holds it, at most half of a word. */
    public int restFieldBits() {
        return 1 << (Integer.SIZE - Integer.numberOfLeadingZeros(restBits - 1));
    }

    /** Words of that memory. */
    public int restWords() {
        return (rest.size() + restsInWord() - 1) / restsInWord();
    }

    /**
     * The bits of a word that are not the same in all words. Synthesis keeps the others out of the memory: a field may
     * be wider than a rest, and the lowest bit of all rests may be the same.
     */
    public int restColumns() {
        int ones = 0;
        int zeros = 0;
        for (int w = 0; w < restWords(); w++) {
            int word = restWord(w);
            ones |= word;
            zeros |= ~word;
        }
        return Integer.bitCount(ones & zeros);
    }

    /** A word of the memory of rests: the first rest in the lowest bits, zeros behind the last. */
    public int restWord(int index) {
        int word = 0;
        for (int i = 0; i < restsInWord(); i++) {
            int a = index * restsInWord() + i;
            word |= (a < rest.size() ? rest.get(a) : 0) << (i * restFieldBits());
        }
        return word;
    }

    private static int bits(IntTensor values) {
        var summary = values.stream().summaryStatistics();
        return new Range(summary.getMin(), summary.getMax()).signedBits();
    }

    @Override
    public int apply(int x) {
        int a = factor * (mirrored ? Math.min(Math.abs(x), Short.MAX_VALUE) : x - Short.MIN_VALUE);
        int segment = a >> bits;
        int place = a & ((1 << bits) - 1);
        int p = ((base.get(segment) + slope.get(segment) * place) >> fraction) + (restBits == 0 ? 0 : rest.get(a));
        return (short) (mirrored && x < 0 ? mirror - p : p);
    }

    @Override
    public int latency() {
        return factor == 1 ? 6 : 7;
    }
}
