package systole.frontend.tflite;

import java.util.List;
import java.util.stream.IntStream;
import systole.frontend.importing.OnImage;
import systole.layer.depthwise.DepthwiseConv2d;
import systole.network.Activation;
import systole.network.FixedPoint;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Range;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.TensorType;

/**
 * Element-wise products of int16 by a constant and a factor: {@code y = clamp(zero + MBQM(x * w + b, factor))}. They are
 * depthwise 1 x 1 convolutions.
 */
final class WideRescale {
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
        Layer product = DepthwiseConv2d.depthwiseConv2d()
                .weights(new IntTensor(List.of(1, 1, weights.length), weights))
                .weightType(type)
                .bias(bias)
                .requant(new Scaled(ScaleRounding.DOUBLE, List.of(scale(factor, input.element(), output))))
                .activation(new Activation.Clamp((int) limits.lo(), (int) limits.hi()))
                .output(output)
                .get();
        return OnImage.of(input.shape(), product);
    }

    private static double scale(double factor, Quantized input, Quantized output) {
        if (FixedPoint.quantizeMultiplier(factor).mantissa() == 0) {
            throw new IllegalArgumentException("the factor " + factor + " is 0 in the runtime");
        }
        return Filter.weightScale(factor, input.scale(), output.scale());
    }
}
