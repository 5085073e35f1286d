package systole.tflite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tensorflow.lite.schema.BuiltinOperator;

/** Every kind of operator that can be read. A new one is one line here. */
final class OperatorKinds {
    private static final Map<Integer, OperatorKind> BY_CODE = Stream.of(
                    new OperatorKind(BuiltinOperator.CONV_2D, "conv", 1, new ConvReader()),
                    new OperatorKind(BuiltinOperator.DEPTHWISE_CONV_2D, "dw", 1, new DepthwiseReader()),
                    new OperatorKind(BuiltinOperator.FULLY_CONNECTED, "dense", 1, new DenseReader()),
                    new OperatorKind(BuiltinOperator.AVERAGE_POOL_2D, "avgpool", 1, PoolReader.average()),
                    new OperatorKind(BuiltinOperator.MAX_POOL_2D, "maxpool", 1, PoolReader.max()),
                    new OperatorKind(BuiltinOperator.MEAN, "mean", 1, new MeanReader()),
                    new OperatorKind(BuiltinOperator.ADD, "add", 2, new AddReader()),
                    new OperatorKind(BuiltinOperator.CONCATENATION, "concat", OperatorKind.ALL, new ConcatReader()),
                    new OperatorKind(BuiltinOperator.PAD, "pad", 1, new PadReader()),
                    new OperatorKind(BuiltinOperator.PADV2, "pad", 1, new PadReader()),
                    new OperatorKind(BuiltinOperator.RESHAPE, "reshape", 1, new ReshapeReader()),
                    new OperatorKind(BuiltinOperator.SQUEEZE, "squeeze", 1, new ReshapeReader()),
                    new OperatorKind(BuiltinOperator.EXPAND_DIMS, "expand", 1, new ReshapeReader()),
                    new OperatorKind(BuiltinOperator.SOFTMAX, "softmax", 1, new SoftmaxReader()),
                    new OperatorKind(BuiltinOperator.ARG_MAX, "argmax", 1, new ArgmaxReader()),
                    new OperatorKind(BuiltinOperator.RELU, "relu", 1, ReluReader.relu()),
                    new OperatorKind(BuiltinOperator.RELU6, "relu", 1, ReluReader.relu6()),
                    new OperatorKind(BuiltinOperator.RELU_N1_TO_1, "relu", 1, ReluReader.reluN1To1()),
                    new OperatorKind(BuiltinOperator.LOGISTIC, "logistic", 1, TableReader.of(FloatTable.LOGISTIC)),
                    new OperatorKind(BuiltinOperator.TANH, "tanh", 1, TableReader.of(FloatTable.TANH)),
                    new OperatorKind(BuiltinOperator.HARD_SWISH, "hswish", 1, TableReader.of(HardSwish::of)),
                    new OperatorKind(BuiltinOperator.LEAKY_RELU, "leaky", 1, new LeakyReluReader()),
                    new OperatorKind(BuiltinOperator.QUANTIZE, "quantize", 1, TableReader.of(Rescale::quantize)))
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
