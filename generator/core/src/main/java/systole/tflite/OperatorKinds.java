package systole.tflite;

import static systole.tflite.OperatorKind.Operands.ALL;
import static systole.tflite.OperatorKind.Operands.ANY;
import static systole.tflite.OperatorKind.Operands.FIRST;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tensorflow.lite.schema.BuiltinOperator;
import systole.layer.Support;
import systole.layer.extremum.Maximum;
import systole.layer.extremum.Minimum;
import systole.tflite.OperatorKind.Operands;

/** Every kind of operator that can be read. A new one adds one line here. */
final class OperatorKinds {
    private static final String LIKE_PAIRS =
            "of computed tensors, a smaller one repeated; with a constant of one value, or one for each channel";

    private static final List<OperatorKind> ALL_KINDS = List.of(
            kind(
                    BuiltinOperator.CONV_2D,
                    "conv",
                    FIRST,
                    new ConvReader(),
                    "convolution",
                    "int8 with a scale or one for each channel, weights of int8 or int4; uint8 with zero points; groups, dilation, fused ReLUs"),
            kind(
                    BuiltinOperator.DEPTHWISE_CONV_2D,
                    "dw",
                    FIRST,
                    new DepthwiseReader(),
                    "depthwise convolution",
                    "as CONV_2D; any depth multiplier"),
            kind(
                    BuiltinOperator.FULLY_CONNECTED,
                    "dense",
                    FIRST,
                    new DenseReader(),
                    "matrix product",
                    "as CONV_2D; any number of positions"),
            kind(
                    BuiltinOperator.UNIDIRECTIONAL_SEQUENCE_LSTM,
                    "lstm",
                    FIRST,
                    new LstmReader(),
                    "LSTM",
                    "int8 with an int16 cell, any cell clip; from a fresh state in each frame; no peepholes, projection, layer normalization or CIFG"),
            kind(BuiltinOperator.AVERAGE_POOL_2D, "avgpool", FIRST, PoolReader.average(), "average pooling", ""),
            kind(BuiltinOperator.MAX_POOL_2D, "maxpool", FIRST, PoolReader.max(), "max pooling", ""),
            kind(
                    BuiltinOperator.MEAN,
                    "mean",
                    FIRST,
                    new MeanReader(),
                    "mean",
                    "over height and width, or over height"),
            kind(BuiltinOperator.ADD, "add", ANY, PairReader.add(), "sum", LIKE_PAIRS),
            kind(BuiltinOperator.SUB, "sub", ANY, PairReader.sub(), "difference", LIKE_PAIRS),
            kind(BuiltinOperator.MUL, "mul", ANY, PairReader.mul(), "product", LIKE_PAIRS),
            kind(
                    BuiltinOperator.MAXIMUM,
                    "max",
                    ANY,
                    new ExtremumReader<>(Maximum.KIND, new Maximum()),
                    "maximum",
                    LIKE_PAIRS),
            kind(
                    BuiltinOperator.MINIMUM,
                    "min",
                    ANY,
                    new ExtremumReader<>(Minimum.KIND, new Minimum()),
                    "minimum",
                    LIKE_PAIRS),
            kind(
                    BuiltinOperator.RESIZE_NEAREST_NEIGHBOR,
                    "resize",
                    FIRST,
                    new ResizeReader(),
                    "nearest-neighbor resizing",
                    "by whole factors"),
            kind(
                    BuiltinOperator.CONCATENATION,
                    "concat",
                    ALL,
                    new ConcatReader(),
                    "concatenation",
                    "along any dimension but the batch; int8 of one scale and zero point, uint8 of any"),
            kind(BuiltinOperator.PAD, "pad", FIRST, new PadReader(), "padding", "height, width and channels"),
            kind(BuiltinOperator.PADV2, "pad", FIRST, new PadReader(), "padding", "height, width and channels"),
            kind(
                    BuiltinOperator.RESHAPE,
                    "reshape",
                    FIRST,
                    new ReshapeReader(),
                    "reshaping",
                    "to at most height, width, channels"),
            kind(
                    BuiltinOperator.SQUEEZE,
                    "squeeze",
                    FIRST,
                    new ReshapeReader(),
                    "reshaping",
                    "to at most height, width, channels"),
            kind(
                    BuiltinOperator.EXPAND_DIMS,
                    "expand",
                    FIRST,
                    new ReshapeReader(),
                    "reshaping",
                    "to at most height, width, channels"),
            kind(
                    BuiltinOperator.TRANSPOSE,
                    "transpose",
                    FIRST,
                    new TransposeReader(),
                    "reshaping",
                    "only dimensions of size 1 change places"),
            kind(
                    BuiltinOperator.STRIDED_SLICE,
                    "slice",
                    FIRST,
                    new StridedSliceReader(),
                    "slice",
                    "the last step of a sequence, all steps in reverse, or every n-th position from the first one on"),
            kind(
                    BuiltinOperator.REVERSE_V2,
                    "reverse",
                    FIRST,
                    new ReverseReader(),
                    "reversal",
                    "the steps of a sequence"),
            kind(
                    BuiltinOperator.SOFTMAX,
                    "softmax",
                    FIRST,
                    new SoftmaxReader(),
                    "softmax",
                    "over the channels, 8 bits to 8 bits"),
            kind(BuiltinOperator.ARG_MAX, "argmax", FIRST, new ArgmaxReader(), "argmax", "over the channels"),
            kind(BuiltinOperator.RELU, "relu", FIRST, ReluReader.relu(), "ReLU", "rescaling, too"),
            kind(BuiltinOperator.RELU6, "relu", FIRST, ReluReader.relu6(), "ReLU", "rescaling, too"),
            kind(BuiltinOperator.RELU_N1_TO_1, "relu", FIRST, ReluReader.reluN1To1(), "ReLU", "rescaling, too"),
            kind(BuiltinOperator.LEAKY_RELU, "leaky", FIRST, new LeakyReluReader(), "ReLU", "a slope of at least 0"),
            kind(
                    BuiltinOperator.PRELU,
                    "prelu",
                    FIRST,
                    new PreluReader(),
                    "ReLU",
                    "one slope, or one of at least 0 for each channel"),
            kind(
                    BuiltinOperator.LOGISTIC,
                    "logistic",
                    FIRST,
                    TableReader.of(FloatTable.LOGISTIC),
                    "function table",
                    ""),
            kind(BuiltinOperator.TANH, "tanh", FIRST, TableReader.of(FloatTable.TANH), "function table", ""),
            kind(BuiltinOperator.HARD_SWISH, "hswish", FIRST, TableReader.of(HardSwish::of), "function table", ""),
            kind(
                    BuiltinOperator.QUANTIZE,
                    "quantize",
                    FIRST,
                    TableReader.of(Rescale::quantize),
                    "quantization",
                    "between int8 and uint8; of a float input: left out"));
    private static final Map<Integer, OperatorKind> BY_CODE =
            ALL_KINDS.stream().collect(Collectors.toMap(OperatorKind::code, Function.identity()));

    private OperatorKinds() {}

    private static OperatorKind kind(
            int code, String name, Operands operands, OperatorReader reader, String operation, String limits) {
        Support support = new Support(operation, BuiltinOperator.name(code), limits);
        return new OperatorKind(code, name, operands, reader, support);
    }

    /** The documentation of all kinds. */
    static List<Support> support() {
        return ALL_KINDS.stream().map(OperatorKind::support).toList();
    }

    /** The names of all kinds, sorted. */
    static List<String> names() {
        return BY_CODE.keySet().stream().map(BuiltinOperator::name).sorted().toList();
    }

    /** The kind that reads an operator. */
    static Optional<OperatorKind> find(FileOperator operator) {
        return Optional.ofNullable(BY_CODE.get(operator.code()));
    }
}
