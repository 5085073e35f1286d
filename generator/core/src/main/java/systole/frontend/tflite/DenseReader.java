package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.FullyConnectedOptions;
import org.tensorflow.lite.schema.FullyConnectedOptionsWeightsFormat;
import systole.layer.conv2d.Conv2d;
import systole.layer.dense.Dense;
import systole.layer.mac.MacBuilder;
import systole.layer.mac.MacLayer;
import systole.layer.reshape.Reshape;
import systole.network.Activation;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Shape;

/**
 * FULLY_CONNECTED: weights [M, K]. An input of K elements is flattened; one of n * K elements has n positions, each
 * seen by a 1 x 1 convolution.
 */
final class DenseReader implements RowReader {
    private static final byte OPTIONS = BuiltinOptions.FullyConnectedOptions;
    private static final byte DEFAULT = FullyConnectedOptionsWeightsFormat.DEFAULT;

    @Override
    public List<Layer> read(TfliteOperator op) {
        FullyConnectedOptions o = new FullyConnectedOptions();
        op.require(
                op.optional(OPTIONS, o)
                                .map(FullyConnectedOptions::weightsFormat)
                                .orElse(DEFAULT)
                        == DEFAULT,
                "the weights are shuffled",
                "convert the model with the default format");
        Filter filter = Filter.of(op, 2, 0, true);
        Shape shape = op.input(0).shape();
        Quantized output = op.output().element();
        Activation activation =
                op.activation(op.fused(OPTIONS, o, FullyConnectedOptions::fusedActivationFunction), output);
        int depth = filter.weights().dim(1);
        if (depth < 1 || shape.elements() % depth != 0) {
            throw op.refused(
                    "the input " + shape + " is no multiple of the weights' " + depth + " columns",
                    "the weights are [outputs, inputs]");
        }
        List<Layer> layers = new ArrayList<>();
        int positions = shape.elements() / depth;
        if (positions == 1) {
            reshape(shape, shape.pixels() == 1 ? shape : Shape.of(depth), layers);
            layers.add(finish(filter.on(Dense.dense()), activation, output));
        } else {
            reshape(
                    shape,
                    shape.rank() == 3 && shape.channels() == depth ? shape : Shape.of(1, positions, depth),
                    layers);
            layers.add(finish(pointwise(op, filter), activation, output));
        }
        return layers;
    }

    private static void reshape(Shape from, Shape to, List<Layer> layers) {
        if (!from.equals(to)) {
            layers.add(new Reshape(to));
        }
    }

    private static <L extends MacLayer, B extends MacBuilder<L, B>> Layer finish(
            B builder, Activation activation, Quantized output) {
        return builder.activation(activation).output(output).get();
    }

    private static Conv2d.Builder pointwise(TfliteOperator op, Filter filter) {
        List<Integer> dims = filter.weights().dims();
        Filter scaled = filter.scales().size() > 1 ? filter : filter.withFloatProduct(op);
        return scaled.on(Conv2d.conv2d()).weights(filter.weights().reshaped(List.of(dims.get(0), 1, 1, dims.get(1))));
    }
}
