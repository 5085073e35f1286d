package systole.frontend.tflite;

import java.util.List;
import java.util.stream.IntStream;
import systole.layer.depthwise.DepthwiseConv2d;
import systole.layer.reshape.Reshape;
import systole.network.Activation;
import systole.network.FixedPoint;
import systole.network.FixedPoint.FixedScale;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Range;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Shape;
import systole.network.TensorType;

/**
 * Element-wise products of int16 by a constant and a factor: {@code y = clamp(zero + MBQM(x * w + b, factor))}. They are
 * depthwise 1 x 1 convolutions.
 */
final class WideRescale {
    private static final int MANTISSA_BITS = 31;
    private static final IntType SIGN = new IntType(2, true);

    private WideRescale() {}

    /** Rescaling of the elements themselves, within limits of the output. */
    static List<Layer> by(double factor, TensorType input, Quantized output, Range limits) {
        int[] ones = IntStream.generate(() -> 1).limit(input.shape().channels()).toArray();
        return products(ones, SIGN, new int[ones.length], factor, input, output, limits);
    }

    /**
     * Products with one constant for each channel.
     *
     * @param weights the constants
     * @param type of a constant
     * @param bias added to each product
     * @param factor of a product in units of the output
     */
    static List<Layer> products(
            int[] weights, IntType type, int[] bias, double factor, TensorType input, Quantized output, Range limits) {
        Shape shape = input.shape();
        Layer product = DepthwiseConv2d.depthwiseConv2d()
                .weights(new IntTensor(List.of(1, 1, weights.length), weights))
                .weightType(type)
                .bias(bias)
                .requant(new Scaled(ScaleRounding.DOUBLE, List.of(scale(factor, input.element(), output))))
                .activation(new Activation.Clamp((int) limits.lo(), (int) limits.hi()))
                .output(output)
                .get();
        return shape.rank() == 3
                ? List.of(product)
                : List.of(new Reshape(Shape.of(1, shape.width(), shape.channels())), product, new Reshape(shape));
    }

    /**
     * The scale of weights that gives a convolution the multiplier of a factor. Multipliers have 31 bits, so the few
     * roundings here, in 53 bits, cannot change it.
     */
    private static double scale(double factor, Quantized input, Quantized output) {
        FixedScale wanted = FixedPoint.quantizeMultiplier(factor);
        if (wanted.mantissa() == 0) {
            throw new IllegalArgumentException("the factor " + factor + " is 0 in the runtime");
        }
        return Math.scalb((double) wanted.mantissa(), wanted.exponent() - MANTISSA_BITS)
                * output.scale()
                / input.scale();
    }
}
