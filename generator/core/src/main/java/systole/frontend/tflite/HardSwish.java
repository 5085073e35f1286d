package systole.frontend.tflite;

import java.util.function.IntUnaryOperator;
import systole.network.FixedPoint;
import systole.network.FixedPoint.FixedScale;
import systole.network.Quantized;

/**
 * x * relu6(x + 3) / 6 in 16-bit fixed point. {@code reference/hard_swish.h}, {@code HardSwishPrepare}.
 *
 * @param outputMultiplier from the input's scale / 128 to the output's: 16 bits
 * @param outputShift a shift to the right
 * @param reluMultiplier from the input's scale / 128 to 3 / 2^15: 16 bits
 * @param reluExponent a shift, to the left if positive
 */
record HardSwish(
        Quantized input,
        Quantized output,
        int outputMultiplier,
        int outputShift,
        int reluMultiplier,
        int reluExponent) {
    private static final int EXTRA_BITS = 7;
    private static final int ONE = 1 << 15;
    private static final int MAX_SHIFT = 15;

    static IntUnaryOperator of(Quantized input, Quantized output) {
        float fine = 1f / (1 << EXTRA_BITS) * (float) input.scale();
        FixedScale toOutput = FixedPoint.quantizeMultiplier(fine / (float) output.scale());
        FixedScale toRelu = FixedPoint.quantizeMultiplier(fine / (3f / ONE));
        if (toOutput.exponent() > 0 || toOutput.exponent() < -MAX_SHIFT || Math.abs(toRelu.exponent()) > MAX_SHIFT) {
            throw new IllegalArgumentException("the scales " + input.scale() + " and " + output.scale()
                    + " are beyond the fixed point of the reference kernel");
        }
        return new HardSwish(
                input,
                output,
                upperHalf(toOutput.mantissa()),
                -toOutput.exponent(),
                upperHalf(toRelu.mantissa()),
                toRelu.exponent())::apply;
    }

    private static int upperHalf(int mantissa) {
        return (int) Math.min(Short.MAX_VALUE, ((long) mantissa + ONE) >> 16);
    }

    private int apply(int x) {
        int fine = (x - input.zero()) << EXTRA_BITS;
        int scaled = roundedHigh(fine, outputMultiplier);
        int product = relu(fine) * scaled / ONE;
        return FixedPoint.rdbp(product, outputShift) + output.zero();
    }

    /** relu6(x + 3) / 6 in Q0.15. */
    private int relu(int fine) {
        int value = reluExponent > 0 ? saturate((long) fine << (reluExponent - 1)) : fine;
        value = roundedHigh(value, reluMultiplier);
        if (reluExponent > 0) {
            value = saturate(2L * value);
        } else {
            value = FixedPoint.rdbp(value, -reluExponent);
        }
        return (value + ONE) >> 1;
    }

    /** {@code SaturatingRoundingDoublingHighMul} of 16 bits; the multiplier is not negative, so nothing saturates. */
    private static int roundedHigh(int a, int multiplier) {
        int product = a * multiplier;
        return (product + (product >= 0 ? 1 << 14 : 1 - (1 << 14))) / ONE;
    }

    private static int saturate(long value) {
        return (int) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    }
}
