package systole.frontend.tflite;

import com.google.flatbuffers.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.Padding;
import systole.diagnostic.Problems;
import systole.frontend.importing.OperatorView;
import systole.network.Activation;
import systole.network.IntTensor;
import systole.network.Padding.Automatic;
import systole.network.Quantized;
import systole.network.TensorType;

/** An operator of TensorFlow Lite with its tensors, for its reader. */
final class TfliteOperator implements OperatorView {
    private final FileModel model;
    private final FileOperator operator;
    private final Constants constants;
    private final int part;
    private final Problems problems;

    /** @param part the number of the output that is read */
    TfliteOperator(FileModel model, FileOperator operator, Constants constants, int part) {
        this(model, operator, constants, part, new Problems());
    }

    private TfliteOperator(FileModel model, FileOperator operator, Constants constants, int part, Problems problems) {
        this.model = model;
        this.operator = operator;
        this.constants = constants;
        this.part = part;
        this.problems = problems;
    }

    /** The same operator with some of its inputs, in another order. Those that it does not have are left out. */
    TfliteOperator withInputs(Integer... wanted) {
        List<Integer> chosen = Stream.of(wanted)
                .map(i -> i < inputs() ? operator.inputs().get(i) : -1)
                .toList();
        return new TfliteOperator(model, operator.withInputs(chosen), constants, part, problems);
    }

    @Override
    public Problems problems() {
        return problems;
    }

    /** The number of inputs, not counting those that are left out at the end. */
    int inputs() {
        return operator.inputs().size();
    }

    /** The rows that a variable puts in front of the input, if this is the CONCATENATION that does so. */
    Optional<KeptRows> kept() {
        return Optional.ofNullable(model.kept().rows().get(operator.index()));
    }

    /** True if an input is present and is a constant. */
    boolean isConstant(int input) {
        return has(input) && !tensor(input).computed();
    }

    /** True unless an input is left out. */
    boolean has(int input) {
        return input < inputs() && operator.inputs().get(input) >= 0;
    }

    /** An input as the file describes it. */
    FileTensor tensor(int input) {
        if (!has(input)) {
            throw refused("input " + input + " is missing", "convert the model again");
        }
        return model.tensor(operator.inputs().get(input));
    }

    /** A tensor that describes values inside the operator; empty if there are fewer. */
    Optional<FileTensor> intermediate(int number) {
        return operator.intermediates().size() <= number
                ? Optional.empty()
                : Optional.of(model.tensor(operator.intermediates().get(number)));
    }

    /** Collects a problem unless an input is a state that only this operator uses. */
    void requireState(int input) {
        require(
                tensor(input).variable() && tensor(input).computed(),
                "input " + input + ", " + tensor(input) + ", is no variable",
                "a state is a variable without a value; convert the model again");
        int index = operator.inputs().get(input);
        long uses = model.operators().stream()
                .flatMap(o -> Stream.concat(o.inputs().stream(), o.outputs().stream()))
                .filter(i -> i == index)
                .count();
        require(uses == 1, tensor(input) + " is used " + uses + " times", "a state belongs to one operator");
    }

    /** The type of a computed input. */
    TensorType input(int input) {
        return Activations.type(tensor(input));
    }

    /** The number of outputs. */
    int outputs() {
        return operator.outputs().size();
    }

    /** The number of the output that is read. */
    int part() {
        return part;
    }

    /** The type of the output that is read. */
    TensorType output() {
        return Activations.type(result());
    }

    /** True unless the output has a type that computed tensors do not have, such as that of indices. */
    boolean yieldsElements() {
        return Activations.isComputable(result());
    }

    private FileTensor result() {
        return model.tensor(operator.outputs().get(part));
    }

    /** The values of a constant input. */
    IntTensor constant(int input) {
        FileTensor tensor = tensor(input);
        if (tensor.computed() && !tensor.dims().contains(0)) {
            throw refused("input " + input + ", " + tensor + ", is not a constant", "make it one, and convert again");
        }
        return constants.decode(tensor);
    }

    /** The attributes; see {@link FileOperator#options}. */
    <T extends Table> Optional<T> optional(byte type, T options) {
        return operator.options(type, options);
    }

    /** The code of the fused activation function; NONE if the attributes or this attribute are absent. */
    <T extends Table> byte fused(byte type, T options, ToIntFunction<T> activation) {
        return optional(type, options).map(o -> (byte) activation.applyAsInt(o)).orElse(ActivationFunctionType.NONE);
    }

    /** The attributes, which must be present. */
    <T extends Table> T options(byte type, T options) {
        return optional(type, options)
                .orElseThrow(() -> refused("the attributes are missing", "convert the model again"));
    }

    /** The distance of an axis of the first input from the last axis: 0 for channels, 1 for width, 2 for height. */
    int fromLast(int axis) {
        int distance = axis < 0 ? -1 - axis : tensor(0).dims().size() - 1 - axis;
        if (distance < 0 || distance >= input(0).shape().rank()) {
            throw refused(
                    "axis " + axis + " of " + tensor(0).dims(),
                    "the batch and axes that do not exist are not supported");
        }
        return distance;
    }

    /** The padding with a code. */
    Automatic padding(byte code) {
        require(code == Padding.SAME || code == Padding.VALID, "padding " + code, "there are SAME and VALID");
        return code == Padding.SAME ? Automatic.SAME : Automatic.VALID;
    }

    /** The activation of a fused activation function, which narrows the output's range. */
    Activation activation(byte code, Quantized output) {
        return switch (code) {
            case ActivationFunctionType.NONE -> Activation.Named.NONE;
            case ActivationFunctionType.RELU -> Activation.Named.RELU;
            case ActivationFunctionType.RELU6 -> Activation.Named.RELU6;
            case ActivationFunctionType.RELU_N1_TO_1 -> Limits.reluN1To1(output);
            default -> {
                boolean known = code >= 0 && code < ActivationFunctionType.names.length;
                require(
                        false,
                        "the fused activation function " + (known ? ActivationFunctionType.name(code) : code),
                        "there are NONE, RELU, RELU6 and RELU_N1_TO_1; make others operators of their own");
                yield Activation.Named.NONE;
            }
        };
    }

    /** Collects a problem unless an input and the output have the same integer type. */
    void requireSameType(TensorType input, TensorType output) {
        require(
                input.type().equals(output.type()),
                "the input is " + input.type() + " and the output " + output.type(),
                "convert the model with one type for both");
    }
}
