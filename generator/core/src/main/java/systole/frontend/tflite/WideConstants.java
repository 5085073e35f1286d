package systole.frontend.tflite;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import systole.layer.add.AddArithmetic;
import systole.layer.add.Adding;
import systole.layer.mul.Mul;
import systole.layer.pair.Pair;
import systole.network.Activation;
import systole.network.FixedPoint;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Range;
import systole.network.TensorType;

/**
 * Sums and products of int16 with a constant. They are products with a weight for each channel: a product has the
 * constant as its weight, and a sum has it in the bias.
 */
final class WideConstants {
    /** The factor of the input of the larger scale: elements are shifted left by 15 and multiplied by a half. */
    private static final int HALF = 1 << 14;

    private static final int LEFT_SHIFT = 15;

    private WideConstants() {}

    /**
     * The layers of an operator.
     *
     * @param constant the index of the operand that is a constant
     * @param values its value for each channel
     * @return empty if the input is rescaled and rounded before the constant is added
     */
    static Optional<List<Layer>> layers(TfliteOperator op, Pair layer, int constant, int[] values) {
        TensorType input = op.input(1 - constant);
        Quantized computed = input.element();
        Quantized own = op.input(constant).element();
        Quantized output = op.output().element();
        Activation activation = layer.activation();
        Range limits = activation.bounds(output);
        if (layer instanceof Mul) {
            double factor = (float) op.input(0).element().scale()
                    * (float) op.input(1).element().scale()
                    / (float) output.scale();
            return Optional.of(
                    WideRescale.products(values, IntType.INT16, new int[values.length], factor, input, output, limits));
        }
        if (!(layer instanceof Adding adding) || computed.scale() < own.scale()) {
            return Optional.empty();
        }
        int[] weights = new int[values.length];
        Arrays.fill(weights, adding.subtracts() && constant == 0 ? -HALF : HALF);
        FixedPoint.FixedScale plain = AddArithmetic.inputScale(own, computed);
        FixedPoint.FixedScale scale = adding.subtracts() && constant == 1 ? plain.negated() : plain;
        int[] bias = IntStream.of(values)
                .map(value -> FixedPoint.mbqm(value << LEFT_SHIFT, scale))
                .toArray();
        double factor = 2 * computed.scale() / ((1 << LEFT_SHIFT) * output.scale());
        return Optional.of(WideRescale.products(weights, IntType.INT16, bias, factor, input, output, limits));
    }
}
