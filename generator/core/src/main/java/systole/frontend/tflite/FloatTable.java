package systole.frontend.tflite;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import systole.network.Quantized;

/**
 * Functions that the reference kernels evaluate in float for each 8-bit value ({@code LUTPopulate} in {@code
 * internal/common.h}).
 *
 * <p>Everything is computed in float, as in the reference kernels. The exponential is rounded to the nearest float,
 * whereas a C library may be off by one unit. This could only be noticed if a value of the table were within 10^-5 of a
 * tie.
 */
final class FloatTable {
    static final TableReader.Mapping LOGISTIC = mapping(x -> 1f / (1f + (float) Math.exp(-x)));
    static final TableReader.Mapping TANH = mapping(Math::tanh);
    static final TableReader.Mapping EXP = mapping(Math::exp);

    private FloatTable() {}

    private static TableReader.Mapping mapping(DoubleUnaryOperator function) {
        return (input, output) -> between(input, output, function);
    }

    private static IntUnaryOperator between(Quantized input, Quantized output, DoubleUnaryOperator function) {
        float scale = (float) input.scale();
        float inverse = 1 / (float) output.scale();
        return x -> {
            float real = scale * (x - input.zero());
            float transformed = (float) function.applyAsDouble(real);
            float steps = halfAway(transformed * inverse);
            if (Math.abs(steps) >= -(float) Integer.MIN_VALUE) {
                throw new IllegalArgumentException(
                        "the result for " + x + " is beyond 32 bits in the reference kernel");
            }
            return (int) (steps + output.zero());
        };
    }

    /** The nearest integer, half away from zero. {@code TfLiteRound}. */
    static float halfAway(double x) {
        return (float) Math.copySign(Math.floor(Math.abs(x) + 0.5), x);
    }
}
