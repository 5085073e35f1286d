package systole.network;

/**
 * The 32-bit fixed-point arithmetic of quantized runtimes, bit for bit.
 *
 * <p>Source: gemmlowp {@code fixedpoint/fixedpoint.h} and TensorFlow Lite 2.18 {@code kernels/internal/common.h} and
 * {@code quantization_util.cc}; each method names its original.
 */
public final class FixedPoint {
    /** The bits of a reduced multiplier. */
    static final int REDUCED_BITS = 15;

    private FixedPoint() {}

    /**
     * A real number as {@code mantissa * 2^(exponent - 31)}.
     *
     * @param mantissa 0, or 2^30 to 2^31 - 1 if it comes from {@link #quantizeMultiplier}; any but -2^31
     * @param exponent at least -31
     */
    public record FixedScale(int mantissa, int exponent) {
        /** The number with the other sign. */
        public FixedScale negated() {
            return new FixedScale(-mantissa, exponent);
        }
    }

    /**
     * The nearest multiplier of a real number, half away from zero. Too small a number becomes 0.
     * {@code QuantizeMultiplier}.
     *
     * @param d finite, not negative
     */
    public static FixedScale quantizeMultiplier(double d) {
        if (d < Double.MIN_NORMAL) {
            return new FixedScale(0, 0);
        }
        int exponent = Math.getExponent(d) + 1;
        long mantissa = Math.round(Math.scalb(d, 31 - exponent));
        if (mantissa == 1L << 31) {
            mantissa /= 2;
            exponent++;
        }
        return exponent < -31 ? new FixedScale(0, 0) : new FixedScale((int) mantissa, exponent);
    }

    /** {@code 2ab / 2^32}, rounded to nearest, saturated. {@code SaturatingRoundingDoublingHighMul}. */
    public static int srdhm(int a, int b) {
        if (a == Integer.MIN_VALUE && b == Integer.MIN_VALUE) {
            return Integer.MAX_VALUE;
        }
        long product = (long) a * b;
        return (int) ((product + (product >= 0 ? 1L << 30 : 1 - (1L << 30))) / (1L << 31));
    }

    /** {@code x / 2^n}, rounded half away from zero, for n in 0..31. {@code RoundingDivideByPOT}. */
    public static int rdbp(int x, int n) {
        return (int) halfAway(x, n);
    }

    /** {@code x * d} with two roundings. {@code MultiplyByQuantizedMultiplier}; the left shift must not overflow. */
    public static int mbqm(int x, FixedScale d) {
        return rdbp(srdhm(x << Math.max(d.exponent, 0), d.mantissa), Math.max(-d.exponent, 0));
    }

    /**
     * {@code x * d} in 64 bits, with the upper 15 bits of the mantissa, rounded once and half up. {@code
     * MultiplyByQuantizedMultiplier} of a 64-bit number; x has at most 48 bits, and the exponent is at most 7.
     */
    public static long mbqm64(long x, FixedScale d) {
        return halfUp(x * reduced(d), REDUCED_BITS - d.exponent);
    }

    /** The upper {@link #REDUCED_BITS} bits of the mantissa, rounded half up and saturated. */
    static int reduced(FixedScale d) {
        return d.mantissa < 0x7fff0000 ? (d.mantissa + (1 << 15)) >> 16 : 0x7fff;
    }

    /** {@code x / 2^n}, rounded half up, for n in 0..62. */
    public static long halfUp(long x, int n) {
        return n == 0 ? x : ((x >> (n - 1)) + 1) >> 1;
    }

    /** {@code x / 2^n}, rounded half away from zero, for n in 0..62. */
    public static long halfAway(long x, int n) {
        return x >= 0 ? halfUp(x, n) : -halfUp(-x, n);
    }

    /** {@code x / 2^n}, rounded half to even, for n in 0..62. */
    public static long halfEven(long x, int n) {
        if (n == 0) {
            return x;
        }
        long floor = x >> n;
        long rest = x - (floor << n);
        long half = 1L << (n - 1);
        return rest > half || (rest == half && (floor & 1) == 1) ? floor + 1 : floor;
    }

    /** True if a whole range fits into a signed 32-bit integer. */
    public static boolean isInt32(Range range) {
        return range.signedBits() <= Integer.SIZE;
    }
}
