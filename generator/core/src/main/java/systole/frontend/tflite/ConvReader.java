package systole.frontend.tflite;

import java.util.List;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Conv2DOptions;
import systole.layer.conv2d.Conv2d;
import systole.network.Layer;
import systole.network.Quantized;

/** CONV_2D: weights [M, KH, KW, C / groups]. */
final class ConvReader implements RowReader {
    @Override
    public List<Layer> read(TfliteOperator op) {
        Conv2DOptions o = op.options(BuiltinOptions.Conv2DOptions, new Conv2DOptions());
        Filter filter = Filter.of(op, 4, 0, false).forConvolution(op);
        Quantized output = op.output().element();
        int depth = Math.max(1, filter.weights().dim(3));
        return List.of(filter.on(Conv2d.conv2d())
                .groups(Math.max(1, op.input(0).shape().channels() / depth))
                .stride(o.strideH(), o.strideW())
                .dilation(o.dilationHFactor(), o.dilationWFactor())
                .padding(op.padding(o.padding()))
                .activation(op.activation(o.fusedActivationFunction(), output))
                .output(output)
                .get());
    }
}
