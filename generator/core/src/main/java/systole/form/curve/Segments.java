package systole.form.curve;

import systole.network.IntTensor;
import systole.network.Range;

/**
 * LimitedLine segments of one length, and what they lack. systole_curve. With {@code a = factor * |x|} and a result
 * mirrored where x is negative, or without a mirror {@code a = factor * (x + 2^15)}:
 *
 * <pre>
 * p = (base[a >> bits] + slope[a >> bits] * (a mod 2^bits)) >> fraction, + rest[a]
 * y = x negative and mirrored ? mirror - p : p
 * </pre>
 *
 * @param mirrored true if {@code f(x) + f(-x)} is the same for all x; then |-2^15| counts as 2^15 - 1
 * @param mirror the sum
 * @param factor at least 1
 * @param bits of a place within a segment
 * @param fraction fraction bits of the segments
 * @param base of each segment
 * @param slope of each segment
 * @param restBits bits of a rest, 0 if there is none
 * @param rest unsigned, for each a; empty if there is none
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
    /** Bits of a base, signed. */
    public int baseBits() {
        return bits(base);
    }

    /** Bits of a slope, signed. */
    public int slopeBits() {
        return bits(slope);
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
        return factor == 1 ? 5 : 6;
    }
}
