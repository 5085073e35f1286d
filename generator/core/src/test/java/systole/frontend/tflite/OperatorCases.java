package systole.frontend.tflite;

import static org.tensorflow.lite.schema.ActivationFunctionType.NONE;
import static org.tensorflow.lite.schema.ActivationFunctionType.RELU;
import static org.tensorflow.lite.schema.ActivationFunctionType.RELU6;
import static org.tensorflow.lite.schema.ActivationFunctionType.RELU_N1_TO_1;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.ArgMaxOptionsT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptionsT;
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
    static final List<Byte> BYTES = List.of(INT8, INT8, TensorType.UINT8);
    static final List<Byte> FUSED = List.of(NONE, RELU, RELU6, RELU_N1_TO_1);
    static final List<Byte> PADDINGS = List.of(Padding.SAME, Padding.VALID);

    static final Map<String, ToIntFunction<RandomModel>> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("CONV_2D", MacCases::conv),
            Map.entry("DEPTHWISE_CONV_2D", MacCases::depthwise),
            Map.entry("TRANSPOSE_CONV", MacCases::transposed),
            Map.entry("REDUCE_MAX", m -> reduce(m, BuiltinOperator.REDUCE_MAX)),
            Map.entry("REDUCE_MIN", m -> reduce(m, BuiltinOperator.REDUCE_MIN)),
            Map.entry("SQUARED_DIFFERENCE", PairCases::squaredDifference),
            Map.entry("RESIZE_BILINEAR", PairCases::bilinear),
            Map.entry("EXP", OperatorCases::exponential),
            Map.entry("RSQRT", OperatorCases::inverseRoot),
            Map.entry("ABS", m -> int8(m, BuiltinOperator.ABS)),
            Map.entry("BROADCAST_TO", OperatorCases::broadcast),
            Map.entry("FULLY_CONNECTED", MacCases::dense),
            Map.entry("UNIDIRECTIONAL_SEQUENCE_LSTM", LstmCases::lstm),
            Map.entry("SVDF", SvdfCases::svdf),
            Map.entry("AVERAGE_POOL_2D", m -> pool(m, BuiltinOperator.AVERAGE_POOL_2D)),
            Map.entry("MAX_POOL_2D", m -> pool(m, BuiltinOperator.MAX_POOL_2D)),
            Map.entry("MEAN", OperatorCases::mean),
            Map.entry("ADD", PairCases::add),
            Map.entry("SUB", PairCases::sub),
            Map.entry("MUL", PairCases::mul),
            Map.entry("MAXIMUM", m -> PairCases.extremum(m, BuiltinOperator.MAXIMUM)),
            Map.entry("MINIMUM", m -> PairCases.extremum(m, BuiltinOperator.MINIMUM)),
            Map.entry("RESIZE_NEAREST_NEIGHBOR", PairCases::resize),
            Map.entry("CONCATENATION", OperatorCases::concat),
            Map.entry("PAD", OperatorCases::pad),
            Map.entry("PADV2", OperatorCases::padValue),
            Map.entry("RESHAPE", OperatorCases::reshape),
            Map.entry("SQUEEZE", OperatorCases::squeeze),
            Map.entry("EXPAND_DIMS", OperatorCases::expand),
            Map.entry("TRANSPOSE", SliceCases::transpose),
            Map.entry("SPACE_TO_DEPTH", SliceCases::toDepth),
            Map.entry("DEPTH_TO_SPACE", SliceCases::toSpace),
            Map.entry("SLICE", SliceCases::range),
            Map.entry("STRIDED_SLICE", SliceCases::slice),
            Map.entry("SPLIT", SliceCases::split),
            Map.entry("SPLIT_V", SliceCases::splitSized),
            Map.entry("UNPACK", SliceCases::unpack),
            Map.entry("PACK", SliceCases::pack),
            Map.entry("REVERSE_V2", SliceCases::reverse),
            Map.entry("SOFTMAX", OperatorCases::softmax),
            Map.entry("ARG_MAX", OperatorCases::argmax),
            Map.entry("RELU", m -> unary(m, BuiltinOperator.RELU)),
            Map.entry("RELU6", m -> unary(m, BuiltinOperator.RELU6)),
            Map.entry("RELU_N1_TO_1", m -> unary(m, BuiltinOperator.RELU_N1_TO_1)),
            Map.entry("LOGISTIC", OperatorCases::logistic),
            Map.entry("TANH", m -> unary(m, BuiltinOperator.TANH)),
            Map.entry("HARD_SWISH", OperatorCases::hardSwish),
            Map.entry("LEAKY_RELU", OperatorCases::leaky),
            Map.entry("PRELU", PairCases::prelu),
            Map.entry("QUANTIZE", OperatorCases::quantize)));

    private OperatorCases() {}

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
                MacCases.extent(size[0], o.getFilterHeight(), o.getStrideH(), 1, o.getPadding()),
                MacCases.extent(size[1], o.getFilterWidth(), o.getStrideW(), 1, o.getPadding()),
                channels);
        m.model.operator(code, BuiltinOptions.Pool2DOptions, o, List.of(in), out);
        return out;
    }

    private static int mean(RandomModel m) {
        return m.random.nextInt(3) == 0 ? reduce(m, BuiltinOperator.MEAN) : usualMean(m);
    }

    /** Over any dimensions but the batch. */
    private static int reduce(RandomModel m, int code) {
        int[] shape = {1, m.size(6), m.size(6), m.size(6)};
        int in = m.input(m.one(BYTES), shape);
        int[] axes =
                IntStream.range(1, 4).filter(axis -> m.random.nextInt(5) < 2).toArray();
        if (axes.length == 0) {
            axes = new int[] {1 + m.random.nextInt(3)};
        }
        ReducerOptionsT o = new ReducerOptionsT();
        o.setKeepDims(m.random.nextBoolean());
        List<Integer> over = IntStream.of(axes).boxed().toList();
        int[] kept = IntStream.range(0, 4)
                .filter(d -> o.getKeepDims() || !over.contains(d))
                .map(d -> over.contains(d) ? 1 : shape[d])
                .toArray();
        boolean other = code == BuiltinOperator.MEAN && m.random.nextBoolean();
        int out = other ? m.other(kept) : m.same(kept);
        m.model.operator(code, BuiltinOptions.ReducerOptions, o, List.of(in, m.model.ints(axes, axes.length)), out);
        return out;
    }

    /** What the runtime has for int8 only. */
    private static int int8(RandomModel m, int code) {
        int[] shape = {1, m.size(6), m.size(6)};
        int in = m.input(INT8, shape);
        int out = m.random.nextBoolean() ? m.same(shape) : m.other(shape);
        m.model.operator(code, NO_OPTIONS, null, List.of(in), out);
        return out;
    }

    /** Of numbers that are not so large that the runtime overflows. */
    private static int exponential(RandomModel m) {
        int[] shape = {1, m.size(9), m.size(9)};
        int in = m.input(INT8, shape);
        float scale = m.scale(0.002, 0.05);
        m.model.last().getQuantization().setScale(new float[] {scale});
        int out = m.scaled(m.scale(0.002, 0.5), shape);
        m.model.operator(BuiltinOperator.EXP, NO_OPTIONS, null, List.of(in), out);
        return out;
    }

    /** Of numbers that are not negative. */
    private static int inverseRoot(RandomModel m) {
        int[] shape = {1, m.size(9), m.size(9)};
        int in = m.input(INT8, shape);
        if (!m.wide()) {
            m.model.last().getQuantization().setZeroPoint(new long[] {-128});
        }
        int out = m.scaled((float) (m.scale(0.002, 0.2) / Math.sqrt(m.inputScale())), shape);
        m.model.operator(BuiltinOperator.RSQRT, NO_OPTIONS, null, List.of(in), out);
        return out;
    }

    private static int broadcast(RandomModel m) {
        int[] to = {1, m.size(5), m.size(5), m.size(5)};
        int[] from = IntStream.range(0, 4)
                .map(d -> m.random.nextBoolean() ? 1 : to[d])
                .toArray();
        int in = m.input(m.one(BYTES), from);
        int out = m.same(to);
        m.model.operator(BuiltinOperator.BROADCAST_TO, NO_OPTIONS, null, List.of(in, m.model.ints(to, 4)), out);
        return out;
    }

    private static int usualMean(RandomModel m) {
        int[] size = {m.size(9), m.size(9), m.size(7)};
        boolean image = m.random.nextInt(4) > 0;
        ReducerOptionsT o = new ReducerOptionsT();
        o.setKeepDims(m.random.nextBoolean());
        int in = image
                ? m.input(m.one(BYTES), 1, size[0], size[1], size[2])
                : m.input(m.one(BYTES), 1, size[1], size[2]);
        boolean high = image && m.random.nextInt(4) == 0;
        int[] axes = high
                ? m.one(List.of(new int[] {1}, new int[] {-3}))
                : image
                        ? m.one(List.of(new int[] {1, 2}, new int[] {2, 1}, new int[] {-2, -3}))
                        : m.one(List.of(new int[] {1}, new int[] {-2}));
        int[] kept = image ? new int[] {1, 1, high ? size[1] : 1, size[2]} : new int[] {1, 1, size[2]};
        int[] shape = o.getKeepDims() ? kept : high ? new int[] {1, size[1], size[2]} : new int[] {1, size[2]};
        int out = m.random.nextBoolean() ? m.same(shape) : m.other(shape);
        return mean(m, in, axes, o, out);
    }

    /** The mean over some axes, which are kept. */
    static int mean(RandomModel m, int in, int[] axes, int... shape) {
        ReducerOptionsT o = new ReducerOptionsT();
        o.setKeepDims(true);
        return mean(m, in, axes, o, m.other(shape));
    }

    private static int mean(RandomModel m, int in, int[] axes, ReducerOptionsT o, int out) {
        boolean scalar = axes.length == 1 && m.random.nextBoolean();
        m.model.operator(
                BuiltinOperator.MEAN,
                BuiltinOptions.ReducerOptions,
                o,
                List.of(in, scalar ? m.model.ints(axes) : m.model.ints(axes, axes.length)),
                out);
        return out;
    }

    private static int concat(RandomModel m) {
        int[] shape = {1, m.size(4), m.size(4), m.size(5)};
        int axis = m.size(3);
        int count = 1 + m.size(4);
        int in = m.input(m.one(BYTES), shape);
        boolean rescale = m.unsigned() && m.random.nextBoolean();
        int second = rescale ? m.other(shape) : m.same(shape);
        m.model.operator(BuiltinOperator.RELU, NO_OPTIONS, null, List.of(in), second);
        ConcatenationOptionsT o = new ConcatenationOptionsT();
        o.setAxis(m.random.nextBoolean() ? axis : axis - 4);
        List<Integer> operands = IntStream.range(0, count)
                .mapToObj(i -> m.one(List.of(in, second)))
                .toList();
        int[] joined = shape.clone();
        joined[axis] *= count;
        int out = rescale ? m.other(joined) : m.same(joined);
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
        int rank = m.one(List.of(2, 3, 4, 4));
        int[] size = IntStream.range(0, rank).map(i -> i == 0 ? 1 : m.size(5)).toArray();
        int[] sides = IntStream.range(0, 2 * rank)
                .map(i -> i < 2 || m.random.nextInt(3) == 0 ? 0 : m.random.nextInt(4))
                .toArray();
        int in = m.input(INT8, size);
        int sizes = m.model.ints(sides, rank, 2);
        int out = m.same(IntStream.range(0, rank)
                .map(i -> size[i] + sides[2 * i] + sides[2 * i + 1])
                .toArray());
        List<Integer> operands =
                value ? List.of(in, sizes, m.constant(m.inputScale(), m.bytes(1), 1)) : List.of(in, sizes);
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
        byte type = m.type(m.one(BYTES));
        int[] shape = m.random.nextBoolean() ? new int[] {1, m.size(40)} : new int[] {1, m.size(3), 2, m.size(9)};
        int in = m.input(type, shape);
        int out = m.model.tensor(type, m.wide() ? 1.0 / 32768 : 1.0 / 256, type == INT8 ? -128 : 0, shape);
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
        int out = m.wide() && code == BuiltinOperator.TANH
                ? m.model.tensor(TensorType.INT16, 1.0 / 32768, 0, shape)
                : m.random.nextInt(3) == 0 ? m.same(shape) : m.other(shape);
        m.model.operator(code, NO_OPTIONS, null, List.of(in), out);
        return out;
    }

    private static int logistic(RandomModel m) {
        byte type = m.type(m.one(BYTES));
        int in = m.input(type, 1, 256);
        int out = m.wide()
                ? m.model.tensor(type, 1.0 / 32768, 0, 1, 256)
                : m.model.tensor(type, 1.0 / 256, m.one(List.of(type == INT8 ? -128 : 0, m.zero(type))), 1, 256);
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
        byte to = m.wide() ? m.one(List.of(INT8, TensorType.INT16)) : m.one(BYTES);
        int in = m.input(m.one(BYTES), 1, 256);
        float scale = m.one(List.of(m.inputScale(), m.inputScale() * m.scale(0.1, 10)));
        int out = m.model.tensor(to, scale, m.zero(to), 1, 256);
        m.model.operator(BuiltinOperator.QUANTIZE, NO_OPTIONS, null, List.of(in), out);
        return out;
    }
}
