package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.SVDFOptions;
import org.tensorflow.lite.schema.TensorType;
import systole.layer.conv2d.Conv2d;
import systole.layer.dense.Dense;
import systole.layer.history.History;
import systole.layer.mac.MacTerms;
import systole.layer.reshape.Reshape;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Shape;

/**
 * SVDF of int8 with a state of int16. {@code reference/svdf.h}, {@code EvalIntegerSVDF}: filters of the input, which
 * become a dense layer of int16; their results of past frames, which become a history; and filters over time, {@code
 * rank} of which are summed up for a unit, which become a convolution with a group for each unit.
 */
final class SvdfReader implements RowReader {
    private static final int TIME = 2;
    private static final int BIAS = 3;
    private static final int STATE = 4;

    @Override
    public List<Layer> read(TfliteOperator op) {
        SVDFOptions o = op.options(BuiltinOptions.SVDFOptions, new SVDFOptions());
        Filter features = Filter.of(op.withInputs(0, 1), 2, 0, false);
        Quantized input = op.input(0).element();
        Quantized output = op.output().element();
        op.require(
                input.type().equals(IntType.INT8),
                "the input is " + input.type(),
                "SVDF is read with int8, weights of time of int16 and a state of int16");
        op.require(
                o.fusedActivationFunction() == ActivationFunctionType.RELU,
                "a fused activation function other than RELU",
                "the reference kernel has RELU only, for which it limits to int8");
        int filters = features.weights().dim(0);
        FileTensor time = op.tensor(TIME);
        double timeScale = scale(op, TIME);
        double stateScale = scale(op, STATE);
        op.requireState(STATE);
        op.require(
                time.dims().size() == 2 && time.dims().get(0) == filters && o.rank() > 0 && filters % o.rank() == 0,
                "the weights of time are " + time.dims() + " for " + filters + " filters of rank " + o.rank(),
                "they are [units * rank, frames]");
        op.require(
                op.input(0).shape().elements() == features.weights().dim(1),
                "the input is " + op.input(0).shape() + " and the weights are "
                        + features.weights().dims(),
                "the weights are [filters, inputs], and the batch is 1");
        op.throwIfAny();
        float first = (float) input.scale() * features.scales().get(0).floatValue() / (float) stateScale;
        float second = (float) stateScale * (float) timeScale / (float) output.scale();
        Quantized state = new Quantized(IntType.INT16, stateScale, 0);
        int frames = time.dims().get(1);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Reshape(Shape.of(features.weights().dim(1))));
        layers.add(Dense.dense()
                .weights(features.weights())
                .weightType(features.type())
                .requant(scaled(first, input.scale(), stateScale))
                .output(state)
                .get());
        layers.add(new Reshape(Shape.of(1, 1, filters)));
        if (frames > 1) {
            layers.add(new History(frames - 1, Optional.empty()));
        }
        layers.add(Conv2d.conv2d()
                .weights(byUnit(op.constant(TIME), o.rank()))
                .weightType(IntType.INT16)
                .groups(filters / o.rank())
                .bias(op.has(BIAS) ? op.constant(BIAS) : MacTerms.NO_BIAS)
                .requant(scaled(second, stateScale, output.scale()))
                .output(output)
                .get());
        return layers;
    }

    /** The scale of a tensor of int16 without a zero point. */
    private static double scale(TfliteOperator op, int input) {
        FileTensor tensor = op.tensor(input);
        op.require(
                tensor.type() == TensorType.INT16
                        && tensor.scales().size() == 1
                        && tensor.zeros().stream().allMatch(z -> z == 0),
                "input " + input + ", " + tensor + ", is " + tensor.typeName() + " with "
                        + tensor.scales().size() + " scales",
                "it is int16 with one scale and without a zero point");
        op.throwIfAny();
        return tensor.scales().get(0);
    }

    private static Scaled scaled(float multiplier, double input, double output) {
        return new Scaled(ScaleRounding.DOUBLE, List.of(Filter.weightScale(multiplier, input, output)));
    }

    /** Weights [units * rank, frames] as [units, frames, 1, rank]. */
    private static IntTensor byUnit(IntTensor weights, int rank) {
        int frames = weights.dim(1);
        int units = weights.dim(0) / rank;
        int[] byUnit = new int[weights.size()];
        for (int i = 0; i < byUnit.length; i++) {
            int r = i % rank;
            int t = i / rank % frames;
            int unit = i / rank / frames;
            byUnit[i] = weights.get((unit * rank + r) * frames + t);
        }
        return new IntTensor(List.of(units, frames, 1, rank), byUnit);
    }
}
