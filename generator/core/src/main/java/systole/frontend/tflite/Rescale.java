package systole.frontend.tflite;

import java.util.function.IntUnaryOperator;
import systole.network.FixedPoint;
import systole.network.FixedPoint.FixedScale;
import systole.network.Quantized;

/** Element-wise rescaling: {@code y = zero + MBQM(x - zero, input scale / output scale)}. */
final class Rescale {
    /** The bits of an element and of the exponent of its factor together. More would shift a difference out of 32 bits. */
    private static final int MAX_BITS = 30;
    /** The largest exponent for products. A larger one would shift a product of two such differences out of 32 bits. */
    private static final int MAX_PRODUCT_EXPONENT = 14;

    private Rescale() {}

    /** QUANTIZE of integers, whose factor is formed in double. {@code reference/requantize.h}. */
    static IntUnaryOperator quantize(Quantized input, Quantized output) {
        return by(input.scale() / output.scale(), input, output);
    }

    /**
     * RELU and similar functions before their limits, whose factor is formed in float. {@code activations.cc},
     * {@code ReluX}.
     */
    static IntUnaryOperator inFloat(Quantized input, Quantized output) {
        return by((float) input.scale() / (float) output.scale(), input, output);
    }

    /** ABS. {@code kernels/elementwise.cc}, {@code AbsEvalQuantized}. */
    static IntUnaryOperator magnitude(Quantized input, Quantized output) {
        if (input.scale() == output.scale()) {
            return x -> Math.abs(x - input.zero()) + output.zero();
        }
        FixedScale multiplier = multiplier(
                (float) input.scale() / (float) output.scale(),
                MAX_BITS - input.type().bits());
        return x -> output.zero() + FixedPoint.mbqm(Math.abs(x - input.zero()), multiplier);
    }

    /** An input of CONCATENATION, in float. {@code reference/concatenation.h}, {@code ConcatenationWithScaling}. */
    static IntUnaryOperator concatenated(Quantized input, Quantized output) {
        float scale = (float) input.scale() * (1f / (float) output.scale());
        float bias = -input.zero() * scale;
        return x -> (int) FloatTable.halfAway(x * scale + bias) + output.zero();
    }

    /**
     * Rescaling by a factor.
     *
     * @throws IllegalArgumentException if the reference arithmetic would overflow
     */
    static IntUnaryOperator by(double factor, Quantized input, Quantized output) {
        FixedScale multiplier = multiplier(factor, MAX_BITS - input.type().bits());
        return x -> output.zero() + FixedPoint.mbqm(x - input.zero(), multiplier);
    }

    /**
     * Rescaling of a product of two differences by a factor.
     *
     * @throws IllegalArgumentException if the reference arithmetic would overflow
     */
    static IntUnaryOperator product(double factor, Quantized output) {
        FixedScale multiplier = multiplier(factor, MAX_PRODUCT_EXPONENT);
        return x -> output.zero() + FixedPoint.mbqm(x, multiplier);
    }

    private static FixedScale multiplier(double factor, int maxExponent) {
        FixedScale multiplier = FixedPoint.quantizeMultiplier(factor);
        if (multiplier.exponent() > maxExponent) {
            throw new IllegalArgumentException(
                    "the input's scale is " + factor + " of the output's, beyond 2^" + maxExponent);
        }
        return multiplier;
    }
}
