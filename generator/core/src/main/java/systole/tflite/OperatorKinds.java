package systole.tflite;

import static systole.tflite.OperatorKind.Operands.ALL;
import static systole.tflite.OperatorKind.Operands.ANY;
import static systole.tflite.OperatorKind.Operands.FIRST;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tensorflow.lite.schema.BuiltinOperator;
import systole.layer.extremum.Maximum;
import systole.layer.extremum.Minimum;

/** Every kind of operator that can be read. A new one is one line here. */
final class OperatorKinds {
    private static final Map<Integer, OperatorKind> BY_CODE = Stream.of(
                    new OperatorKind(BuiltinOperator.CONV_2D, "conv", FIRST, new ConvReader()),
                    new OperatorKind(BuiltinOperator.DEPTHWISE_CONV_2D, "dw", FIRST, new DepthwiseReader()),
                    new OperatorKind(BuiltinOperator.FULLY_CONNECTED, "dense", FIRST, new DenseReader()),
                    new OperatorKind(BuiltinOperator.AVERAGE_POOL_2D, "avgpool", FIRST, PoolReader.average()),
                    new OperatorKind(BuiltinOperator.MAX_POOL_2D, "maxpool", FIRST, PoolReader.max()),
                    new OperatorKind(BuiltinOperator.MEAN, "mean", FIRST, new MeanReader()),
                    new OperatorKind(BuiltinOperator.ADD, "add", ANY, PairReader.add()),
                    new OperatorKind(BuiltinOperator.SUB, "sub", ANY, PairReader.sub()),
                    new OperatorKind(BuiltinOperator.MUL, "mul", ANY, PairReader.mul()),
                    new OperatorKind(
                            BuiltinOperator.MAXIMUM, "max", ANY, new ExtremumReader<>(Maximum.KIND, new Maximum())),
                    new OperatorKind(
                            BuiltinOperator.MINIMUM, "min", ANY, new ExtremumReader<>(Minimum.KIND, new Minimum())),
                    new OperatorKind(BuiltinOperator.RESIZE_NEAREST_NEIGHBOR, "resize", FIRST, new ResizeReader()),
                    new OperatorKind(BuiltinOperator.CONCATENATION, "concat", ALL, new ConcatReader()),
                    new OperatorKind(BuiltinOperator.PAD, "pad", FIRST, new PadReader()),
                    new OperatorKind(BuiltinOperator.PADV2, "pad", FIRST, new PadReader()),
                    new OperatorKind(BuiltinOperator.RESHAPE, "reshape", FIRST, new ReshapeReader()),
                    new OperatorKind(BuiltinOperator.SQUEEZE, "squeeze", FIRST, new ReshapeReader()),
                    new OperatorKind(BuiltinOperator.EXPAND_DIMS, "expand", FIRST, new ReshapeReader()),
                    new OperatorKind(BuiltinOperator.TRANSPOSE, "transpose", FIRST, new TransposeReader()),
                    new OperatorKind(BuiltinOperator.SOFTMAX, "softmax", FIRST, new SoftmaxReader()),
                    new OperatorKind(BuiltinOperator.ARG_MAX, "argmax", FIRST, new ArgmaxReader()),
                    new OperatorKind(BuiltinOperator.RELU, "relu", FIRST, ReluReader.relu()),
                    new OperatorKind(BuiltinOperator.RELU6, "relu", FIRST, ReluReader.relu6()),
                    new OperatorKind(BuiltinOperator.RELU_N1_TO_1, "relu", FIRST, ReluReader.reluN1To1()),
                    new OperatorKind(BuiltinOperator.LOGISTIC, "logistic", FIRST, TableReader.of(FloatTable.LOGISTIC)),
                    new OperatorKind(BuiltinOperator.TANH, "tanh", FIRST, TableReader.of(FloatTable.TANH)),
                    new OperatorKind(BuiltinOperator.HARD_SWISH, "hswish", FIRST, TableReader.of(HardSwish::of)),
                    new OperatorKind(BuiltinOperator.LEAKY_RELU, "leaky", FIRST, new LeakyReluReader()),
                    new OperatorKind(BuiltinOperator.QUANTIZE, "quantize", FIRST, TableReader.of(Rescale::quantize)))
            .collect(Collectors.toMap(OperatorKind::code, Function.identity()));

    private OperatorKinds() {}

    /** The names of all kinds, sorted. */
    static List<String> names() {
        return BY_CODE.keySet().stream().map(BuiltinOperator::name).sorted().toList();
    }

    /** How to read an operator. */
    static Optional<OperatorKind> find(FileOperator operator) {
        return Optional.ofNullable(BY_CODE.get(operator.code()));
    }
}
