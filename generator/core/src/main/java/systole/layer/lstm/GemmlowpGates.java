package systole.layer.lstm;

import java.util.List;
import systole.network.FixedPoint;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ShiftRounding;
import systole.network.Requantizer;
import systole.network.Requantizers;

/**
 * {@link GateKind#GEMMLOWP}: the exponential of a negative number by a Taylor series and a product of powers, then one
 * division by Newton's method, all in 16 bits.
 *
 * <p>Source: gemmlowp {@code fixedpoint.h} for {@code int16_t} ({@code logistic}, {@code tanh}, {@code
 * exp_on_negative_values}, {@code one_over_one_plus_x_for_x_in_0_1}), as called by TensorFlow Lite 2.18 {@code
 * portable_tensor_utils.cc}.
 */
final class GemmlowpGates implements GateFunctions {
    private static final int ONE = (1 << 15) - 1; // Q0.15, as near as it gets
    private static final int HALF = 1 << 14; // Q0.15
    private static final int ONE_Q2 = 1 << 13; // Q2.13
    private static final int EXP_MINUS_EIGHTH = constant(1895147668);
    private static final int THIRD = constant(715827883);
    private static final int FORTY_EIGHT_17THS = constant(1515870810); // Q2.13
    private static final int MINUS_32_17THS = constant(-1010580540); // Q2.13
    private static final int NEWTON_STEPS = 3;

    /** exp(-2^i) in Q0.31 for i = -2 to 4. */
    private static final int[] EXP_OF_POWERS = {1672461947, 1302514674, 790015084, 290630308, 39332535, 720401, 242};

    private static final int FIRST_POWER = -2;

    @Override
    public int sigmoid(int u) {
        if (u == 0) {
            return HALF;
        }
        int positive = rescale(newton(exp(-Math.abs(u), 3)), 1);
        return u > 0 ? positive : ONE - positive;
    }

    @Override
    public int tanh(int x, int fraction) {
        if (x == 0) {
            return 0;
        }
        int t = rescale(newton(exp(-Math.abs(x), 16 - fraction)) - ONE_Q2, 2);
        return x > 0 ? t : -t;
    }

    @Override
    public Requantizer product(int shift) {
        return Requantizers.of(new Pow2(ShiftRounding.HALF_AWAY, List.of(shift)), 1, 1);
    }

    /** exp(a) in Q0.15 for a negative number with so many integer bits. */
    private static int exp(int a, int integerBits) {
        int fraction = 15 - integerBits;
        if (integerBits > 5 && a < -(1 << (fraction + 5))) {
            return 0;
        }
        int quarter = 1 << (fraction - 2);
        int rest = (a & (quarter - 1)) - quarter;
        int result = expOfRest(rescale(rest, integerBits));
        int powers = rest - a;
        for (int i = 0; i < EXP_OF_POWERS.length && FIRST_POWER + i < integerBits; i++) {
            if ((powers >> (fraction + FIRST_POWER + i) & 1) == 1) {
                result = srdhm(result, constant(EXP_OF_POWERS[i]));
            }
        }
        return result;
    }

    /** exp(a) for -1/4 <= a < 0, both in Q0.15: four terms of the Taylor series around -1/8. */
    private static int expOfRest(int a) {
        int x = a + (1 << 12);
        int x2 = srdhm(x, x);
        int x3 = srdhm(x2, x);
        int x4 = srdhm(x2, x2);
        int higher = srdhm(rdbp(x4, 2) + x3, THIRD) + x2;
        return saturated(EXP_MINUS_EIGHTH + (long) srdhm(EXP_MINUS_EIGHTH, x + rdbp(higher, 1)));
    }

    /** 2 / (1 + x) in Q2.13 for 0 <= x < 1 in Q0.15. */
    private static int newton(int x) {
        int half = (x + ONE + 1) / 2;
        int y = FORTY_EIGHT_17THS + srdhm(half, MINUS_32_17THS);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            y += rescale(srdhm(y, ONE_Q2 - srdhm(half, y)), 2);
        }
        return y;
    }

    private static int srdhm(int a, int b) {
        int product = a * b;
        return (product + (product >= 0 ? 1 << 14 : 1 - (1 << 14))) / (1 << 15);
    }

    private static int rdbp(int x, int n) {
        return FixedPoint.rdbp(x, n);
    }

    private static int rescale(int x, int left) {
        return saturated((long) x << left);
    }

    private static int saturated(long x) {
        return (int) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, x));
    }

    /** A constant of 32 bits in 16. */
    private static int constant(int wide) {
        return rdbp(wide, 16);
    }
}
