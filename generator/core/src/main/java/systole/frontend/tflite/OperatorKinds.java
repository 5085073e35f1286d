package systole.frontend.tflite;

import java.util.List;
import java.util.Optional;
import org.tensorflow.lite.schema.BuiltinOperator;
import systole.frontend.importing.KindTable;
import systole.frontend.importing.OperatorKind;
import systole.layer.extremum.Maximum;
import systole.layer.extremum.Minimum;

/** Every kind of operator that can be read. A new one adds one line here. */
final class OperatorKinds {
    private static final String LIKE_PAIRS =
            "of two tensors, one of which may be a constant; a smaller one is repeated";

    static final KindTable<OperatorReader> TABLE = new KindTable<>(List.of(
            kind(
                    BuiltinOperator.CONV_2D,
                    "conv",
                    new ConvReader(),
                    "convolution",
                    "int8 with a scale or one for each channel, weights of int8 or int4; uint8 with zero points; int16 with weights of int8; groups, dilation, fused ReLUs"),
            kind(
                    BuiltinOperator.DEPTHWISE_CONV_2D,
                    "dw",
                    new DepthwiseReader(),
                    "depthwise convolution",
                    "as CONV_2D; any depth multiplier"),
            kind(
                    BuiltinOperator.TRANSPOSE_CONV,
                    "upconv",
                    new TransposeConvReader(),
                    "convolution",
                    "transposed; as a convolution whose outputs go to their places"),
            kind(
                    BuiltinOperator.FULLY_CONNECTED,
                    "dense",
                    new DenseReader(),
                    "matrix product",
                    "as CONV_2D; any number of positions"),
            kind(
                    BuiltinOperator.UNIDIRECTIONAL_SEQUENCE_LSTM,
                    "lstm",
                    new LstmReader(),
                    "LSTM",
                    "int8 with an int16 cell, any cell clip; from a fresh state in each frame; no peepholes, projection, layer normalization or CIFG"),
            kind(BuiltinOperator.SVDF, "svdf", new SvdfReader(), "history", "of int8, with a state of int16"),
            kind(BuiltinOperator.AVERAGE_POOL_2D, "avgpool", PoolReader.average(), "average pooling", ""),
            kind(BuiltinOperator.MAX_POOL_2D, "maxpool", PoolReader.max(), "max pooling", ""),
            kind(BuiltinOperator.MEAN, "mean", new MeanReader(), "mean", "over any dimensions"),
            kind(BuiltinOperator.REDUCE_MAX, "reducemax", new ReduceReader(true), "max pooling", "over any dimensions"),
            kind(
                    BuiltinOperator.REDUCE_MIN,
                    "reducemin",
                    new ReduceReader(false),
                    "max pooling",
                    "over any dimensions"),
            kind(BuiltinOperator.ADD, "add", PairReader.add(), "sum", LIKE_PAIRS),
            kind(BuiltinOperator.SUB, "sub", PairReader.sub(), "difference", LIKE_PAIRS),
            kind(
                    BuiltinOperator.SQUARED_DIFFERENCE,
                    "sqdiff",
                    new SquaredDifferenceReader(),
                    "difference",
                    "of int8; " + LIKE_PAIRS),
            kind(BuiltinOperator.MUL, "mul", PairReader.mul(), "product", LIKE_PAIRS),
            kind(
                    BuiltinOperator.MAXIMUM,
                    "max",
                    new ExtremumReader<>(Maximum.KIND, new Maximum()),
                    "maximum",
                    LIKE_PAIRS),
            kind(
                    BuiltinOperator.MINIMUM,
                    "min",
                    new ExtremumReader<>(Minimum.KIND, new Minimum()),
                    "minimum",
                    LIKE_PAIRS),
            kind(
                    BuiltinOperator.RESIZE_NEAREST_NEIGHBOR,
                    "resize",
                    new ResizeReader(),
                    "nearest-neighbor resizing",
                    "by whole factors"),
            kind(
                    BuiltinOperator.CONCATENATION,
                    "concat",
                    new ConcatReader(),
                    "concatenation",
                    "along any dimension but the batch; int8 of one scale and zero point, uint8 of any"),
            kind(
                    BuiltinOperator.RESIZE_BILINEAR,
                    "bilinear",
                    new ResizeBilinearReader(),
                    "bilinear resizing",
                    "by powers of two"),
            kind(BuiltinOperator.BROADCAST_TO, "broadcast", new BroadcastReader(), "resizing", "of dimensions of 1"),
            kind(BuiltinOperator.PAD, "pad", new PadReader(), "padding", "height, width and channels"),
            kind(BuiltinOperator.PADV2, "pad", new PadReader(), "padding", "height, width and channels"),
            kind(
                    BuiltinOperator.RESHAPE,
                    "reshape",
                    new ReshapeReader(),
                    "reshaping",
                    "to at most height, width, channels"),
            kind(
                    BuiltinOperator.SQUEEZE,
                    "squeeze",
                    new ReshapeReader(),
                    "reshaping",
                    "to at most height, width, channels"),
            kind(
                    BuiltinOperator.EXPAND_DIMS,
                    "expand",
                    new ReshapeReader(),
                    "reshaping",
                    "to at most height, width, channels"),
            kind(BuiltinOperator.TRANSPOSE, "transpose", new TransposeReader(), "transposition", ""),
            kind(BuiltinOperator.SPACE_TO_DEPTH, "todepth", DepthSpaceReader.toDepth(), "transposition", ""),
            kind(BuiltinOperator.DEPTH_TO_SPACE, "tospace", DepthSpaceReader.toSpace(), "transposition", ""),
            kind(BuiltinOperator.SLICE, "slice", new SliceReader(), "slice", "of any dimension but the batch"),
            kind(
                    BuiltinOperator.STRIDED_SLICE,
                    "slice",
                    new StridedSliceReader(),
                    "slice",
                    "of any dimension but the batch, with any stride"),
            kind(BuiltinOperator.SPLIT, "split", SplitReader.equal(), "slice", "of any dimension but the batch"),
            kind(BuiltinOperator.SPLIT_V, "split", SplitReader.sized(), "slice", "of any dimension but the batch"),
            kind(BuiltinOperator.UNPACK, "unpack", SplitReader.single(), "slice", "of any dimension but the batch"),
            kind(
                    BuiltinOperator.PACK,
                    "pack",
                    new PackReader(),
                    "concatenation",
                    "of at most three dimensions with the new one; of one scale and zero point"),
            kind(
                    BuiltinOperator.REVERSE_V2,
                    "reverse",
                    new ReverseReader(),
                    "reversal",
                    "of any dimension but the batch"),
            kind(
                    BuiltinOperator.SOFTMAX,
                    "softmax",
                    new SoftmaxReader(),
                    "softmax",
                    "over the channels, 8 bits to 8 bits"),
            kind(BuiltinOperator.ARG_MAX, "argmax", new ArgmaxReader(), "argmax", "over the channels"),
            kind(BuiltinOperator.RELU, "relu", ReluReader.relu(), "ReLU", "rescaling, too"),
            kind(BuiltinOperator.RELU6, "relu", ReluReader.relu6(), "ReLU", "rescaling, too"),
            kind(BuiltinOperator.RELU_N1_TO_1, "relu", ReluReader.reluN1To1(), "ReLU", "rescaling, too"),
            kind(BuiltinOperator.LEAKY_RELU, "leaky", new LeakyReluReader(), "ReLU", "a slope of at least 0"),
            kind(BuiltinOperator.PRELU, "prelu", new PreluReader(), "ReLU", "with slopes of any shape"),
            kind(BuiltinOperator.EXP, "exp", TableReader.of(FloatTable.EXP), "function table", ""),
            kind(
                    BuiltinOperator.RSQRT,
                    "rsqrt",
                    TableReader.of(InverseRoot::of),
                    "function table",
                    "where nothing is negative"),
            kind(BuiltinOperator.ABS, "abs", TableReader.of(Rescale::magnitude), "function table", ""),
            kind(
                    BuiltinOperator.LOGISTIC,
                    "logistic",
                    new TableReader(FloatTable.LOGISTIC, WideFunctions::logistic),
                    "function table",
                    ""),
            kind(
                    BuiltinOperator.TANH,
                    "tanh",
                    new TableReader(FloatTable.TANH, WideFunctions::tanh),
                    "function table",
                    ""),
            kind(BuiltinOperator.HARD_SWISH, "hswish", TableReader.of(HardSwish::of), "function table", ""),
            kind(
                    BuiltinOperator.QUANTIZE,
                    "quantize",
                    new QuantizeReader(),
                    "quantization",
                    "between int8, uint8 and int16; of a float input: left out")));

    private OperatorKinds() {}

    private static OperatorKind<OperatorReader> kind(
            int code, String name, OperatorReader reader, String operation, String limits) {
        return new OperatorKind<>(BuiltinOperator.name(code), name, reader, operation, limits);
    }

    /** The kind that reads an operator. */
    static Optional<OperatorKind<OperatorReader>> find(FileOperator operator) {
        return TABLE.find(operator.kind());
    }
}
