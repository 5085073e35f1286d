package systole.layer.softmax;

import java.util.stream.IntStream;
import systole.network.FixedPoint;
import systole.network.FixedPoint.FixedScale;

/**
 * The integer steps of a softmax, in the order of the data: {@code exps} of the differences to the maximum, their
 * {@link #addend}s summed, {@link #reciprocal} of the sum, {@link #probability} of each element.
 *
 * <p>Source: TensorFlow Lite 2.18 {@code reference/softmax.h}, gemmlowp {@code fixedpoint.h}
 * ({@code exp_on_negative_values}, {@code one_over_one_plus_x_for_x_in_0_1}).
 */
public final class SoftmaxMath {
    /** The most channels. With more, the 12 integer bits of the sum would overflow. */
    public static final int MAX_CHANNELS = (1 << 12) - 1;

    /** Differences between two elements of 8 bits: 0 to 255. */
    public static final int DIFFERENCES = 256;

    private static final int ONE_QUARTER = 1 << 24; // Q5.26
    private static final int EXP_MINUS_EIGHTH = 1895147668; // Q0.31
    private static final int THIRD = 715827883; // Q0.31
    /** exp(-2^i) in Q0.31 for i = -2 to 4. */
    private static final int[] EXP_OF_POWERS = {1672461947, 1302514674, 790015084, 290630308, 39332535, 720401, 242};

    private static final int QUARTER_BIT = 24; // of Q5.26
    private static final int FORTY_EIGHT_17THS = 1515870810; // 48/17 in Q2.29
    private static final int MINUS_32_17THS = -1010580540; // -32/17 in Q2.29
    private static final int ONE_Q29 = 1 << 29;
    private static final int NEWTON_STEPS = 3;

    private SoftmaxMath() {}

    /** True if the scaled differences are exact: {@code beta * scale * 2^26 > 1}. */
    public static boolean scalesUp(double beta, double inputScale) {
        return beta * inputScale * (1 << 26) > 1;
    }

    /**
     * exp(-d * beta * scale) in Q0.31 for each difference d = 0..255 between the maximum and an element; 0 if the
     * source leaves the element out.
     */
    public static int[] exps(double beta, double inputScale) {
        double scale = Math.min(beta * inputScale * (1 << 26), Integer.MAX_VALUE);
        FixedScale d = FixedPoint.quantizeMultiplier(scale);
        int widest = (int) Math.floor(31.0 * (1 << 26) / (1L << d.exponent()));
        return IntStream.range(0, DIFFERENCES)
                .map(n -> n > widest ? 0 : exp(FixedPoint.srdhm(-n << d.exponent(), d.mantissa())))
                .toArray();
    }

    /** exp(a) in Q0.31, for an a in Q5.26 that is not positive. */
    static int exp(int a) {
        if (a == 0) {
            return Integer.MAX_VALUE;
        }
        int rest = (a & (ONE_QUARTER - 1)) - ONE_QUARTER;
        int result = expOfRest(rest << 5);
        int powers = rest - a;
        for (int i = 0; i < EXP_OF_POWERS.length; i++) {
            if ((powers >> (QUARTER_BIT + i) & 1) == 1) {
                result = FixedPoint.srdhm(result, EXP_OF_POWERS[i]);
            }
        }
        return result;
    }

    /** exp(a) for -1/4 <= a < 0, both in Q0.31: four terms of the Taylor series around -1/8. */
    private static int expOfRest(int a) {
        int x = a + (1 << 28);
        int x2 = FixedPoint.srdhm(x, x);
        int x3 = FixedPoint.srdhm(x2, x);
        int x4 = FixedPoint.srdhm(x2, x2);
        int higher = FixedPoint.srdhm(FixedPoint.rdbp(x4, 2) + x3, THIRD) + x2;
        return EXP_MINUS_EIGHTH + FixedPoint.srdhm(EXP_MINUS_EIGHTH, x + FixedPoint.rdbp(higher, 1));
    }

    /** An exponential in Q12.19, the form in which it enters the sum. */
    public static int addend(int exp) {
        return FixedPoint.rdbp(exp, 12);
    }

    /**
     * The reciprocal in Q0.31 of the sum, after the sum was shifted left until its leading one is gone.
     *
     * @param sum in Q12.19, at least 1.0
     */
    public static int reciprocal(int sum) {
        int fraction = (sum << Integer.numberOfLeadingZeros(sum)) - (1 << 31);
        int half = (int) (((long) fraction + Integer.MAX_VALUE + 1) / 2);
        int x = FORTY_EIGHT_17THS + FixedPoint.srdhm(half, MINUS_32_17THS);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            int rest = ONE_Q29 - FixedPoint.srdhm(half, x);
            x += saturatedLeft(FixedPoint.srdhm(x, rest), 2);
        }
        return saturatedLeft(x, 1);
    }

    private static int saturatedLeft(int x, int n) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, (long) x << n));
    }

    /** The right shift of {@link #probability}, which follows from the sum: 23 to 34. */
    public static int shift(int sum) {
        return 35 - Integer.numberOfLeadingZeros(sum);
    }

    /**
     * The probability of an element in units of 1/256, 0 to 255.
     *
     * @param reciprocal of the sum
     * @param exp the element's exponential in Q0.31
     * @param shift of the sum
     */
    public static int probability(int reciprocal, int exp, int shift) {
        int product = FixedPoint.srdhm(reciprocal, exp);
        return Math.max(0, Math.min(255, FixedPoint.rdbp(product, shift)));
    }
}
