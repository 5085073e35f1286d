package systole.frontend.tflite;

import java.util.List;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.DepthwiseConv2DOptions;
import systole.layer.depthwise.DepthwiseConv2d;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;

/**
 * DEPTHWISE_CONV_2D: weights [1, KH, KW, C * multiplier], which also determine the multiplier, as in the runtime. With
 * int16, the runtime relies on the attribute, so that both must agree.
 */
final class DepthwiseReader implements RowReader {
    @Override
    public List<Layer> read(TfliteOperator op) {
        DepthwiseConv2DOptions o = op.options(BuiltinOptions.DepthwiseConv2DOptions, new DepthwiseConv2DOptions());
        Filter filter = Filter.of(op, 4, 3, false).forConvolution(op);
        IntTensor w = filter.weights();
        int channels = op.input(0).shape().channels();
        op.require(
                w.dim(0) == 1 && w.dim(3) % channels == 0,
                "the weights are " + w.dims() + " for " + channels + " channels",
                "they are [1, kernel height, kernel width, channels * multiplier]");
        op.require(
                !op.input(0).type().equals(IntType.INT16) || (long) o.depthMultiplier() * channels == w.dim(3),
                "the depth multiplier is " + o.depthMultiplier() + " and the weights are " + w.dims() + " for "
                        + channels + " channels",
                "with int16 both agree; convert the model again");
        op.throwIfAny();
        Quantized output = op.output().element();
        return List.of(filter.on(DepthwiseConv2d.depthwiseConv2d())
                .weights(w.reshaped(w.dims().subList(1, 4)))
                .stride(o.strideH(), o.strideW())
                .dilation(o.dilationHFactor(), o.dilationWFactor())
                .padding(op.padding(o.padding()))
                .activation(op.activation(o.fusedActivationFunction(), output))
                .output(output)
                .get());
    }
}
