package systole.form.requant;

import java.util.Arrays;
import java.util.Random;
import systole.network.Requantizer;

/** The rounding modes of other runtimes, written straight from their definitions; one scale for each channel. */
final class References {
    private References() {}

    enum Mode {
        DOUBLE,
        HALF_UP,
        SINGLE,
        REDUCED,
        SHIFT,
        POW2_FLOOR,
        POW2_HALF_UP,
        POW2_HALF_EVEN,
        POW2_HALF_AWAY,
        FLOAT_HALF_EVEN
    }

    /** A mode at the given scales, each in (0, 1); accumulators of up to 31 bits. */
    static Requantizer of(Mode mode, double... scales) {
        int[] shifts = Arrays.stream(scales).mapToInt(s -> -Math.getExponent(s)).toArray();
        return switch (mode) {
            case DOUBLE ->
                (c, x) -> roundingDivideByPowerOfTwo(highMul(x, multiplier(scales[c])), -exponent(scales[c]));
            case HALF_UP ->
                (c, x) -> {
                    int n = -exponent(scales[c]);
                    return (highMul(x, multiplier(scales[c])) + (n == 0 ? 0 : 1L << (n - 1))) >> n;
                };
            case SINGLE ->
                (c, x) -> {
                    int e = exponent(scales[c]);
                    return (x * multiplier(scales[c]) + (1L << (30 - e))) >> (31 - e);
                };
            case REDUCED ->
                (c, x) -> {
                    long whole = multiplier(scales[c]);
                    long m = whole < 0x7fff0000L ? (whole + 0x8000L) >> 16 : 0x7fff;
                    int s = 15 - exponent(scales[c]);
                    return (x * m + (1L << (s - 1))) >> s;
                };
            case SHIFT -> (c, x) -> (x * Math.round(scales[c] * (1 << 20)) + 12345 + (1 << 19)) >> 20;
            case POW2_FLOOR -> (c, x) -> x >> shifts[c];
            case POW2_HALF_UP -> (c, x) -> (long) Math.floor(x * exact(shifts[c]) + 0.5);
            case POW2_HALF_EVEN -> (c, x) -> (long) Math.rint(x * exact(shifts[c]));
            case POW2_HALF_AWAY -> (c, x) -> Long.signum(x) * (long) Math.floor(Math.abs(x) * exact(shifts[c]) + 0.5);
            case FLOAT_HALF_EVEN -> (c, x) -> (long) Math.rint((float) x * (float) scales[c]);
        };
    }

    /** The level is the number of thresholds up to the accumulator. */
    static Requantizer thresholds(long[]... rows) {
        return (c, x) -> Arrays.stream(rows[c]).filter(t -> t <= x).count();
    }

    static long[] randomThresholds(Random random, int count, long lo, long hi) {
        return random.longs(count, lo, hi + 1).sorted().toArray();
    }

    private static double exact(int shift) {
        return Math.scalb(1.0, -shift);
    }

    /** d = q * 2^e with q in [0.5, 1). */
    private static int exponent(double scale) {
        int e = Math.getExponent(scale) + 1;
        return Math.round(Math.scalb(scale, 31 - e)) == 1L << 31 ? e + 1 : e;
    }

    private static long multiplier(double scale) {
        return Math.round(Math.scalb(scale, 31 - exponent(scale)));
    }

    /** SaturatingRoundingDoublingHighMul of gemmlowp; the saturating case does not occur with b positive. */
    private static long highMul(long a, long b) {
        long ab = a * b;
        return (ab + (ab >= 0 ? 1L << 30 : 1 - (1L << 30))) / (1L << 31);
    }

    /** RoundingDivideByPOT of gemmlowp. */
    private static long roundingDivideByPowerOfTwo(long x, int n) {
        long mask = (1L << n) - 1;
        long remainder = x & mask;
        long threshold = (mask >> 1) + (x < 0 ? 1 : 0);
        return (x >> n) + (remainder > threshold ? 1 : 0);
    }
}
