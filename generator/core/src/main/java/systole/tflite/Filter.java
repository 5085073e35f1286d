package systole.tflite;

import java.util.List;
import org.tensorflow.lite.schema.TensorType;
import systole.layer.mac.MacBuilder;
import systole.layer.mac.MacLayer;
import systole.layer.mac.MacTerms;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;

/**
 * Weights (input 1) and bias (input 2) of a convolution or a dense layer.
 *
 * @param weights in the file's layout
 * @param type int8, or int4
 * @param bias may be empty
 * @param scales of the weights, one or one for each output channel
 */
record Filter(IntTensor weights, IntType type, IntTensor bias, List<Double> scales) {
    private static final IntType INT4 = new IntType(4, true);

    /**
     * Reads and checks both.
     *
     * @param rank of the weights
     * @param channelAxis the dimension of the output channels
     */
    static Filter of(OperatorView op, int rank, int channelAxis) {
        FileTensor file = op.tensor(1);
        boolean signed =
                op.input(0).type().equals(IntType.INT8) && op.output().type().equals(IntType.INT8);
        op.require(
                signed && (file.type() == TensorType.INT8 || file.type() == TensorType.INT4),
                "input " + op.input(0).type() + ", weights " + file.typeName() + ", output "
                        + op.output().type(),
                "int8 is supported, with weights of int8 or int4; the arithmetic of uint8 is another one");
        op.require(
                file.zeros().stream().allMatch(z -> z == 0),
                "the weights have a zero point other than 0",
                "quantize the weights symmetrically, as TensorFlow 2 does");
        op.require(
                file.scales().size() == 1 || file.channelAxis() == channelAxis,
                "the weights have scales along dimension " + file.channelAxis(),
                "scales belong to the output channels, dimension " + channelAxis);
        op.require(file.dims().size() == rank, "the weights are " + file.dims(), "they have " + rank + " dimensions");
        op.throwIfAny();
        return new Filter(
                op.constant(1),
                file.type() == TensorType.INT4 ? INT4 : IntType.INT8,
                bias(op),
                file.scales().stream().map(Float::doubleValue).toList());
    }

    private static IntTensor bias(OperatorView op) {
        if (!op.has(2)) {
            return MacTerms.NO_BIAS;
        }
        FileTensor file = op.tensor(2);
        op.require(file.type() == TensorType.INT32, "the bias is " + file.typeName(), "it is INT32");
        op.throwIfAny();
        return op.constant(2);
    }

    /** Tells a builder all of it; the requantization is that of the reference kernels. */
    <L extends MacLayer, B extends MacBuilder<L, B>> B on(B builder) {
        return builder.weights(weights).weightType(type).bias(bias).requant(new Scaled(ScaleRounding.DOUBLE, scales));
    }
}
