package systole.frontend.tflite;

import java.util.function.IntUnaryOperator;
import systole.network.FixedPoint;
import systole.network.FixedPoint.FixedScale;
import systole.network.Quantized;

/**
 * RSQRT in fixed point. {@code kernels/elementwise.cc}, {@code RsqrtEvalQuantized}, and {@code internal/common.h},
 * {@code GetInvSqrtQuantizedMultiplierExp}: five steps of Newton's iteration with 3 integer bits.
 */
final class InverseRoot {
    private static final int SHIFT = 20;
    private static final int STEPS = 5;
    private static final int ONE = 1 << 28;
    private static final int HALF_THREE = (1 << 28) + (1 << 27);
    /** sqrt(2) / 2 without integer bits. */
    private static final int HALF_ROOT_2 = 1_518_500_250;

    private InverseRoot() {}

    /** @throws IllegalArgumentException if an element may be negative, which the reference kernel refuses */
    static IntUnaryOperator of(Quantized input, Quantized output) {
        if (input.zero() != input.type().min()) {
            throw new IllegalArgumentException("the input may be negative, as its zero point is " + input.zero());
        }
        double scale = 1.0 / ((float) Math.sqrt((float) input.scale()) * (float) output.scale());
        FixedScale toOutput = FixedPoint.quantizeMultiplier(scale);
        return x -> x == input.zero()
                ? output.type().max()
                : FixedPoint.mbqm(
                                FixedPoint.mbqm(1, inverse(x - input.zero())),
                                new FixedScale(toOutput.mantissa(), toOutput.exponent() - SHIFT))
                        + output.zero();
    }

    /** The inverse root of a positive number as a multiplier, times 2^20. */
    private static FixedScale inverse(int value) {
        if (value == 1) {
            return new FixedScale(Integer.MAX_VALUE, SHIFT);
        }
        int pairs = (Integer.numberOfLeadingZeros(value) - 1) / 2 - 1;
        int input = (value << (2 * pairs)) >> 1;
        int half = FixedPoint.rdbp(input, 1);
        int root = ONE;
        for (int i = 0; i < STEPS; i++) {
            int cube = saturated(FixedPoint.srdhm(FixedPoint.srdhm(root, root), root), 6);
            root = saturated(FixedPoint.srdhm(HALF_THREE, root) - FixedPoint.srdhm(half, cube), 3);
        }
        root = FixedPoint.srdhm(root, HALF_ROOT_2);
        int shift = 11 - pairs;
        return shift < 0 ? new FixedScale(root << -shift, SHIFT) : new FixedScale(root, SHIFT - shift);
    }

    /** A shift to the left that saturates. */
    private static int saturated(int value, int bits) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, (long) value << bits));
    }
}
