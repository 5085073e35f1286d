package systole.tflite;

import static org.tensorflow.lite.schema.ActivationFunctionType.NONE;
import static org.tensorflow.lite.schema.ActivationFunctionType.RELU;
import static org.tensorflow.lite.schema.ActivationFunctionType.RELU6;
import static org.tensorflow.lite.schema.ActivationFunctionType.RELU_N1_TO_1;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.AddOptionsT;
import org.tensorflow.lite.schema.ArgMaxOptionsT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptionsT;
import org.tensorflow.lite.schema.Conv2DOptionsT;
import org.tensorflow.lite.schema.DepthwiseConv2DOptionsT;
import org.tensorflow.lite.schema.FullyConnectedOptionsT;
import org.tensorflow.lite.schema.LeakyReluOptionsT;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.Pool2DOptionsT;
import org.tensorflow.lite.schema.ReducerOptionsT;
import org.tensorflow.lite.schema.SoftmaxOptionsT;
import org.tensorflow.lite.schema.TensorType;

/** Random models for each kind of operator; each draws a model and returns its output tensor. */
final class OperatorCases {
    private static final byte NO_OPTIONS = BuiltinOptions.NONE;
    private static final byte INT8 = TensorType.INT8;
    private static final List<Byte> BYTES = List.of(INT8, INT8, TensorType.UINT8);
    private static final List<Byte> FUSED = List.of(NONE, RELU, RELU6, RELU_N1_TO_1);
    private static final List<Byte> PADDINGS = List.of(Padding.SAME, Padding.VALID);

    static final Map<String, ToIntFunction<RandomModel>> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("CONV_2D", OperatorCases::conv),
            Map.entry("DEPTHWISE_CONV_2D", OperatorCases::depthwise),
            Map.entry("FULLY_CONNECTED", OperatorCases::dense),
            Map.entry("AVERAGE_POOL_2D", m -> pool(m, BuiltinOperator.AVERAGE_POOL_2D)),
            Map.entry("MAX_POOL_2D", m -> pool(m, BuiltinOperator.MAX_POOL_2D)),
            Map.entry("MEAN", OperatorCases::mean),
            Map.entry("ADD", OperatorCases::add),
            Map.entry("CONCATENATION", OperatorCases::concat),
            Map.entry("PAD", OperatorCases::pad),
            Map.entry("PADV2", OperatorCases::padValue),
            Map.entry("RESHAPE", OperatorCases::reshape),
            Map.entry("SQUEEZE", OperatorCases::squeeze),
            Map.entry("EXPAND_DIMS", OperatorCases::expand),
            Map.entry("SOFTMAX", OperatorCases::softmax),
            Map.entry("ARG_MAX", OperatorCases::argmax),
            Map.entry("RELU", m -> unary(m, BuiltinOperator.RELU)),
            Map.entry("RELU6", m -> unary(m, BuiltinOperator.RELU6)),
            Map.entry("RELU_N1_TO_1", m -> unary(m, BuiltinOperator.RELU_N1_TO_1)),
            Map.entry("LOGISTIC", OperatorCases::logistic),
            Map.entry("TANH", m -> unary(m, BuiltinOperator.TANH)),
            Map.entry("HARD_SWISH", OperatorCases::hardSwish),
            Map.entry("LEAKY_RELU", OperatorCases::leaky),
            Map.entry("QUANTIZE", OperatorCases::quantize)));

    private OperatorCases() {}

    private static int conv(RandomModel m) {
        int groups = m.one(List.of(1, 1, 2));
        int depth = m.size(4);
        int outputs = groups * m.size(4);
        int[] kernel = {m.size(3), m.size(3)};
        Conv2DOptionsT o = new Conv2DOptionsT();
        o.setPadding(m.one(PADDINGS));
        o.setStrideH(m.size(3));
        o.setStrideW(m.size(3));
        o.setDilationHFactor(m.size(2));
        o.setDilationWFactor(m.size(2));
        o.setFusedActivationFunction(m.one(FUSED));
        int[] size = {5 + m.size(4), 5 + m.size(4)};
        byte type = m.one(BYTES);
        int in = m.input(type, 1, size[0], size[1], groups * depth);
        float[] scales = m.weightScales(outputs);
        int taps = kernel[0] * kernel[1] * depth;
        int weights = weights(m, scales, 0, outputs * taps, outputs, kernel[0], kernel[1], depth);
        int out = m.scaled(
                outputScale(m, scales, taps),
                1,
                extent(size[0], kernel[0], o.getStrideH(), o.getDilationHFactor(), o.getPadding()),
                extent(size[1], kernel[1], o.getStrideW(), o.getDilationWFactor(), o.getPadding()),
                outputs);
        m.model.operator(
                BuiltinOperator.CONV_2D, BuiltinOptions.Conv2DOptions, o, biased(m, in, weights, scales, outputs), out);
        return out;
    }

    private static int depthwise(RandomModel m) {
        int channels = m.size(5);
        int multiplier = m.one(List.of(1, 1, 2, 3));
        int outputs = channels * multiplier;
        int[] kernel = {m.size(3), m.size(3)};
        DepthwiseConv2DOptionsT o = new DepthwiseConv2DOptionsT();
        o.setPadding(m.one(PADDINGS));
        o.setDepthMultiplier(multiplier);
        o.setStrideH(m.size(2));
        o.setStrideW(m.size(3));
        o.setDilationHFactor(m.size(2));
        o.setDilationWFactor(m.size(2));
        o.setFusedActivationFunction(m.one(FUSED));
        int[] size = {5 + m.size(4), 5 + m.size(4)};
        byte type = m.one(BYTES);
        int in = m.input(type, 1, size[0], size[1], channels);
        float[] scales = m.weightScales(outputs);
        int taps = kernel[0] * kernel[1];
        int weights = weights(m, scales, 3, outputs * taps, 1, kernel[0], kernel[1], outputs);
        int out = m.scaled(
                outputScale(m, scales, taps),
                1,
                extent(size[0], kernel[0], o.getStrideH(), o.getDilationHFactor(), o.getPadding()),
                extent(size[1], kernel[1], o.getStrideW(), o.getDilationWFactor(), o.getPadding()),
                outputs);
        m.model.operator(
                BuiltinOperator.DEPTHWISE_CONV_2D,
                BuiltinOptions.DepthwiseConv2DOptions,
                o,
                operands(m, in, weights, scales, outputs),
                out);
        return out;
    }

    private static int dense(RandomModel m) {
        int inputs = m.size(40);
        int outputs = m.size(9);
        int positions = m.one(List.of(1, 1, 1, 4));
        FullyConnectedOptionsT o = new FullyConnectedOptionsT();
        o.setFusedActivationFunction(m.one(FUSED));
        byte type = m.one(BYTES);
        int in = m.random.nextBoolean() || positions > 1
                ? m.input(type, 1, positions, inputs)
                : m.input(type, 1, inputs);
        float[] scales = m.weightScales(outputs);
        // With a scale for each channel and three dimensions the runtime computes the first position only.
        o.setKeepNumDims(positions > 1 && scales.length == 1);
        int weights = weights(m, scales, 0, outputs * inputs, outputs, inputs);
        float scale = outputScale(m, scales, inputs);
        int out = o.getKeepNumDims() ? m.scaled(scale, 1, positions, outputs) : m.scaled(scale, positions, outputs);
        m.model.operator(
                BuiltinOperator.FULLY_CONNECTED,
                BuiltinOptions.FullyConnectedOptions,
                o,
                operands(m, in, weights, scales, outputs),
                out);
        return out;
    }

    /** 8 bits, or 4 bits where the runtime has them: not with a scale for each channel of a dense layer. */
    private static int weights(RandomModel m, float[] scales, int channelAxis, int count, int... dims) {
        boolean dense = dims.length == 2;
        if (m.unsigned() || (dense && scales.length == 1 && m.random.nextInt(4) == 0)) {
            int asymmetric =
                    m.model.bytes(m.unsigned() ? TensorType.UINT8 : INT8, scales, channelAxis, m.bytes(count), dims);
            m.model.last().getQuantization().setZeroPoint(new long[] {m.zero(m.unsigned() ? TensorType.UINT8 : INT8)});
            return asymmetric;
        }
        boolean few = m.random.nextInt(5) == 0 && (dims.length > 2 || scales.length == 1);
        return few
                ? m.model.bytes(TensorType.INT4, scales, channelAxis, m.bytes((count + 1) / 2), dims)
                : m.model.bytes(INT8, scales, channelAxis, m.bytes(count), dims);
    }

    /** A scale that some of the outputs fit into. */
    private static float outputScale(RandomModel m, float[] scales, int taps) {
        return (float) (m.inputScale() * scales[0] * Math.sqrt(taps) * m.scale(5, 200));
    }

    private static List<Integer> operands(RandomModel m, int in, int weights, float[] scales, int outputs) {
        return m.random.nextInt(3) == 0 ? List.of(in, weights) : biased(m, in, weights, scales, outputs);
    }

    /** With a bias, which this runtime demands of CONV_2D. */
    private static List<Integer> biased(RandomModel m, int in, int weights, float[] scales, int outputs) {
        return List.of(in, weights, m.bias(outputs, 1 << m.size(16), scales[0]));
    }

    private static int extent(int size, int kernel, int stride, int dilation, byte padding) {
        int covered = padding == Padding.SAME ? 1 : (kernel - 1) * dilation + 1;
        return (size - covered) / stride + 1;
    }

    private static int pool(RandomModel m, int code) {
        Pool2DOptionsT o = new Pool2DOptionsT();
        o.setPadding(m.one(PADDINGS));
        o.setFilterHeight(m.size(4));
        o.setFilterWidth(m.size(4));
        o.setStrideH(m.size(3));
        o.setStrideW(m.size(3));
        o.setFusedActivationFunction(m.one(FUSED));
        int[] size = {3 + m.size(6), 3 + m.size(6)};
        int channels = m.size(6);
        int in = m.input(m.one(BYTES), 1, size[0], size[1], channels);
        int out = m.same(
                1,
                extent(size[0], o.getFilterHeight(), o.getStrideH(), 1, o.getPadding()),
                extent(size[1], o.getFilterWidth(), o.getStrideW(), 1, o.getPadding()),
                channels);
        m.model.operator(code, BuiltinOptions.Pool2DOptions, o, List.of(in), out);
        return out;
    }

    private static int mean(RandomModel m) {
        int[] size = {m.size(9), m.size(9), m.size(7)};
        boolean image = m.random.nextInt(4) > 0;
        ReducerOptionsT o = new ReducerOptionsT();
        o.setKeepDims(m.random.nextBoolean());
        int in = image
                ? m.input(m.one(BYTES), 1, size[0], size[1], size[2])
                : m.input(m.one(BYTES), 1, size[1], size[2]);
        int[] axes = image ? m.one(List.of(new int[] {1, 2}, new int[] {2, 1}, new int[] {-2, -3})) : new int[] {1};
        int[] shape = o.getKeepDims()
                ? image ? new int[] {1, 1, 1, size[2]} : new int[] {1, 1, size[2]}
                : new int[] {1, size[2]};
        int out = m.random.nextBoolean() ? m.same(shape) : m.other(shape);
        m.model.operator(
                BuiltinOperator.MEAN,
                BuiltinOptions.ReducerOptions,
                o,
                List.of(in, m.model.ints(axes, axes.length)),
                out);
        return out;
    }

    private static int add(RandomModel m) {
        int[] shape = {1, m.size(4), m.size(4), m.size(6)};
        AddOptionsT o = new AddOptionsT();
        o.setFusedActivationFunction(m.one(FUSED));
        int in = m.input(m.one(BYTES), shape);
        int second = m.other(shape);
        m.model.operator(BuiltinOperator.QUANTIZE, NO_OPTIONS, null, List.of(in), second);
        int out = m.other(shape);
        List<Integer> operands = m.one(List.of(List.of(in, second), List.of(second, in), List.of(in, in)));
        m.model.operator(BuiltinOperator.ADD, BuiltinOptions.AddOptions, o, operands, out);
        return out;
    }

    private static int concat(RandomModel m) {
        int[] shape = {1, m.size(4), m.size(4), m.size(5)};
        int axis = m.size(3);
        int count = 1 + m.size(4);
        int in = m.input(m.one(BYTES), shape);
        int second = m.same(shape);
        m.model.operator(BuiltinOperator.RELU, NO_OPTIONS, null, List.of(in), second);
        ConcatenationOptionsT o = new ConcatenationOptionsT();
        o.setAxis(m.random.nextBoolean() ? axis : axis - 4);
        List<Integer> operands = IntStream.range(0, count)
                .mapToObj(i -> m.one(List.of(in, second)))
                .toList();
        int[] joined = shape.clone();
        joined[axis] *= count;
        int out = m.same(joined);
        m.model.operator(BuiltinOperator.CONCATENATION, BuiltinOptions.ConcatenationOptions, o, operands, out);
        return out;
    }

    private static int pad(RandomModel m) {
        return padded(m, BuiltinOperator.PAD, false);
    }

    private static int padValue(RandomModel m) {
        return padded(m, BuiltinOperator.PADV2, true);
    }

    private static int padded(RandomModel m, int code, boolean value) {
        int[] size = {m.size(5), m.size(5), m.size(4)};
        int[] sides = m.random.ints(4, 0, 4).toArray();
        int in = m.input(INT8, 1, size[0], size[1], size[2]);
        int sizes = m.model.ints(new int[] {0, 0, sides[0], sides[1], sides[2], sides[3], 0, 0}, 4, 2);
        int out = m.same(1, size[0] + sides[0] + sides[1], size[1] + sides[2] + sides[3], size[2]);
        List<Integer> operands = value ? List.of(in, sizes, m.constant(m.bytes(1))) : List.of(in, sizes);
        m.model.operator(code, NO_OPTIONS, null, operands, out);
        return out;
    }

    private static int reshape(RandomModel m) {
        int[] size = {1 + m.size(4), 1 + m.size(4), 1 + m.size(4)};
        int in = m.input(m.one(BYTES), 1, size[0], size[1], size[2]);
        int[] shape = m.one(List.of(
                new int[] {1, size[0] * size[1] * size[2]},
                new int[] {1, size[0] * size[1], size[2]},
                new int[] {size[0] * size[1], size[2]},
                new int[] {1, size[0] * size[2], size[1], 1}));
        int out = m.random.nextInt(4) == 0 ? m.other(shape) : m.same(shape);
        m.model.operator(
                BuiltinOperator.RESHAPE, NO_OPTIONS, null, List.of(in, m.model.ints(shape, shape.length)), out);
        return out;
    }

    private static int squeeze(RandomModel m) {
        int channels = m.size(9);
        int in = m.input(m.one(BYTES), 1, 1, 1, channels);
        int out = m.same(channels);
        m.model.operator(BuiltinOperator.SQUEEZE, NO_OPTIONS, null, List.of(in), out);
        return out;
    }

    private static int expand(RandomModel m) {
        int[] size = {m.size(5), m.size(9)};
        int in = m.input(INT8, 1, size[0], size[1]);
        int out = m.same(1, 1, size[0], size[1]);
        m.model.operator(
                BuiltinOperator.EXPAND_DIMS, NO_OPTIONS, null, List.of(in, m.model.ints(new int[] {1}, 1)), out);
        return out;
    }

    private static int softmax(RandomModel m) {
        SoftmaxOptionsT o = new SoftmaxOptionsT();
        o.setBeta(m.random.nextBoolean() ? 1f : m.scale(0.1, 4));
        byte type = m.one(BYTES);
        int[] shape = m.random.nextBoolean() ? new int[] {1, m.size(40)} : new int[] {1, m.size(3), 2, m.size(9)};
        int in = m.input(type, shape);
        int out = m.model.tensor(type, 1.0 / 256, type == INT8 ? -128 : 0, shape);
        m.model.operator(BuiltinOperator.SOFTMAX, BuiltinOptions.SoftmaxOptions, o, List.of(in), out);
        return out;
    }

    private static int argmax(RandomModel m) {
        int[] shape = {1, m.size(3), m.size(3), m.size(12)};
        int in = m.input(m.one(BYTES), shape);
        ArgMaxOptionsT o = new ArgMaxOptionsT();
        o.setOutputType(TensorType.INT32);
        int out = m.model.plain(TensorType.INT32, 1, shape[1], shape[2]);
        m.model.operator(
                BuiltinOperator.ARG_MAX,
                BuiltinOptions.ArgMaxOptions,
                o,
                List.of(in, m.model.ints(new int[] {m.one(List.of(3, -1))})),
                out);
        return out;
    }

    private static int unary(RandomModel m, int code) {
        int[] shape = {1, 16, 16};
        int in = m.input(m.one(BYTES), shape);
        int out = m.random.nextInt(3) == 0 ? m.same(shape) : m.other(shape);
        m.model.operator(code, NO_OPTIONS, null, List.of(in), out);
        return out;
    }

    private static int logistic(RandomModel m) {
        byte type = m.one(BYTES);
        int in = m.input(type, 1, 256);
        int out = m.model.tensor(type, 1.0 / 256, m.one(List.of(type == INT8 ? -128 : 0, m.zero(type))), 1, 256);
        m.model.operator(BuiltinOperator.LOGISTIC, NO_OPTIONS, null, List.of(in), out);
        return out;
    }

    private static int hardSwish(RandomModel m) {
        int in = m.input(m.one(BYTES), 1, 256);
        int out = m.other(1, 256);
        m.model.operator(BuiltinOperator.HARD_SWISH, NO_OPTIONS, null, List.of(in), out);
        return out;
    }

    private static int leaky(RandomModel m) {
        LeakyReluOptionsT o = new LeakyReluOptionsT();
        o.setAlpha(m.one(List.of(0.01f, 0.1f, 0.3f, m.scale(0.001, 2))));
        int in = m.input(m.one(BYTES), 1, 256);
        int out = m.other(1, 256);
        m.model.operator(BuiltinOperator.LEAKY_RELU, BuiltinOptions.LeakyReluOptions, o, List.of(in), out);
        return out;
    }

    private static int quantize(RandomModel m) {
        byte to = m.one(BYTES);
        int in = m.input(m.one(BYTES), 1, 256);
        float scale = m.one(List.of(m.inputScale(), m.inputScale() * m.scale(0.1, 10)));
        int out = m.model.tensor(to, scale, m.zero(to), 1, 256);
        m.model.operator(BuiltinOperator.QUANTIZE, NO_OPTIONS, null, List.of(in), out);
        return out;
    }
}
