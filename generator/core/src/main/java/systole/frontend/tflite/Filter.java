package systole.frontend.tflite;

import java.util.List;
import org.tensorflow.lite.schema.TensorType;
import systole.layer.mac.MacBuilder;
import systole.layer.mac.MacLayer;
import systole.layer.mac.MacTerms;
import systole.network.FixedPoint;
import systole.network.FixedPoint.FixedScale;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;

/**
 * Weights (input 1) and bias (input 2) of a convolution or a dense layer.
 *
 * @param weights in the file's layout, their zero point subtracted
 * @param type the narrowest of int4, int8 and int9 that is meant to hold them
 * @param bias may be empty
 * @param scales of the weights, one or one for each output channel
 * @param rounding of the reference kernel
 */
record Filter(IntTensor weights, IntType type, IntTensor bias, List<Double> scales, ScaleRounding rounding) {
    private static final IntType INT4 = new IntType(4, true);
    /** The type of differences of two 8-bit integers. */
    private static final IntType INT9 = new IntType(9, true);

    private static final int MANTISSA_BITS = 31;

    /**
     * Reads and checks both.
     *
     * @param rank of the weights
     * @param channelAxis the dimension of the output channels
     * @param shiftable whether the reference kernel for int8 supports a zero point of the weights; the kernel for uint8
     *     always does
     */
    static Filter of(TfliteOperator op, int rank, int channelAxis, boolean shiftable) {
        FileTensor file = op.tensor(1);
        IntType in = op.input(0).type();
        op.require(
                in.equals(op.output().type()) && accepts(in, file.type(), shiftable),
                "input " + in + ", weights " + file.typeName() + ", output "
                        + op.output().type(),
                "int8 is supported, with weights of int8 or int4, uint8, with weights of uint8, and int16, with weights"
                        + " of int8");
        op.require(
                file.scales().size() == 1
                        || (!file.scales().isEmpty() && in.signed() && file.channelAxis() == channelAxis),
                "the weights have " + file.scales().size() + " scales along dimension " + file.channelAxis(),
                "there is one, or, for int8, one for each output channel, dimension " + channelAxis);
        op.require(
                file.zeros().stream().allMatch(z -> z == 0)
                        || (file.zeros().size() == 1 && (shiftable || !in.signed())),
                "the weights have a zero point other than 0",
                "quantize the weights symmetrically, as TensorFlow 2 does");
        op.require(file.dims().size() == rank, "the weights are " + file.dims(), "they have " + rank + " dimensions");
        op.throwIfAny();
        IntTensor weights = centred(op.constant(1), file.zeros());
        return new Filter(
                weights,
                file.type() == TensorType.INT4 ? INT4 : type(weights),
                bias(op, in),
                file.scales().stream().map(Float::doubleValue).toList(),
                in.equals(IntType.INT16) && !QuantizedBias.isInt32(op) ? ScaleRounding.REDUCED : ScaleRounding.DOUBLE);
    }

    private static boolean accepts(IntType input, byte weights, boolean dense) {
        if (input.equals(IntType.INT16) && !dense) {
            return weights == TensorType.INT8;
        }
        return input.signed() ? weights == TensorType.INT8 || weights == TensorType.INT4 : weights == TensorType.UINT8;
    }

    private static IntTensor centred(IntTensor raw, List<Long> zeros) {
        long zero = zeros.isEmpty() ? 0 : zeros.get(0);
        return new IntTensor(
                raw.dims(), raw.stream().map(w -> Math.toIntExact(w - zero)).toArray());
    }

    private static IntType type(IntTensor weights) {
        return weights.stream().allMatch(IntType.INT8::contains) ? IntType.INT8 : INT9;
    }

    private static IntTensor bias(TfliteOperator op, IntType in) {
        if (!op.has(2)) {
            return MacTerms.NO_BIAS;
        }
        FileTensor file = op.tensor(2);
        boolean wide = in.equals(IntType.INT16);
        op.require(
                file.type() == TensorType.INT32 || (wide && file.type() == TensorType.INT64),
                "the bias is " + file.typeName(),
                wide ? "it is INT64 or INT32" : "it is INT32");
        op.throwIfAny();
        return op.constant(2);
    }

    /** Gives all values to a builder, with the requantization of the reference kernels. */
    <L extends MacLayer, B extends MacBuilder<L, B>> B on(B builder) {
        return builder.weights(weights).weightType(type).bias(bias).requant(new Scaled(rounding, scales));
    }

    /**
     * The same weights for a convolution, with the product of scales that the reference kernel forms for {@code op}.
     */
    Filter forConvolution(TfliteOperator op) {
        return op.input(0).type().signed() ? this : withFloatProduct(op);
    }

    /**
     * The same weights with another scale. Some operators round the product of scales to float: FULLY_CONNECTED with
     * one scale, and convolutions of uint8. The new scale gives a convolution the same multiplier as such an operator
     * has.
     */
    Filter withFloatProduct(TfliteOperator op) {
        double input = op.input(0).element().scale();
        double output = op.output().element().scale();
        double multiplier = (double) (float) (input * scales.get(0)) / output;
        return new Filter(weights, type, bias, List.of(weightScale(multiplier, input, output)), rounding);
    }

    /**
     * The scale of weights that gives a layer a multiplier. Multipliers have 31 bits, so the few roundings here, in 53
     * bits, cannot change them.
     */
    static double weightScale(double multiplier, double input, double output) {
        FixedScale wanted = FixedPoint.quantizeMultiplier(multiplier);
        return Math.scalb((double) wanted.mantissa(), wanted.exponent() - MANTISSA_BITS) * output / input;
    }
}
