package systole.frontend.tflite;

import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.UnidirectionalSequenceLSTMOptions;

/** Refuses the variants of an LSTM for which there is no layer. */
final class LstmVariant {
    private static final int[] INPUT_GATE = {1, 5, 12};
    private static final int[] PEEPHOLES = {9, 10, 11};
    private static final int[] PROJECTION = {16, 17};
    private static final int[] LAYER_NORM = {20, 21, 22, 23};

    private LstmVariant() {}

    /** Collects every difference from a plain LSTM. {@code asymmetric_quantize_inputs} only concerns floats. */
    static void check(TfliteOperator op, UnidirectionalSequenceLSTMOptions o) {
        op.require(
                o.fusedActivationFunction() == ActivationFunctionType.TANH,
                "the activation function " + name(o.fusedActivationFunction()),
                "the integer kernel computes TANH; use activation = 'tanh', recurrent_activation = 'sigmoid'");
        op.require(!o.diagonalRecurrentTensors(), "diagonal recurrent weights", "convert them to full matrices");
        op.require(
                IntStream.of(INPUT_GATE).allMatch(op::has),
                "the input gate is coupled to the forget gate (CIFG)",
                "train an LSTM with four gates");
        absent(op, PEEPHOLES, "peephole connections", "train an LSTM without");
        absent(op, PROJECTION, "a projection of the output", "make it a dense layer behind the LSTM");
        absent(op, LAYER_NORM, "layer normalization", "train an LSTM without, or unroll it");
        List<Integer> dims = op.tensor(0).dims();
        op.require(
                dims.size() == 3 && dims.get(o.timeMajor() ? 1 : 0) == 1,
                "the input is " + dims + (o.timeMajor() ? ", time first" : ""),
                "it is [1, steps, features], or [steps, 1, features] with time first: convert for a batch of 1");
        op.requireSameType(op.input(0), op.output());
        op.require(op.input(0).type().signed(), "the input is " + op.input(0).type(), "convert with int8 activations");
        op.throwIfAny();
    }

    private static void absent(TfliteOperator op, int[] inputs, String what, String hint) {
        op.require(IntStream.of(inputs).noneMatch(op::has), what, hint);
    }

    private static String name(byte function) {
        return function >= 0 && function < ActivationFunctionType.names.length
                ? ActivationFunctionType.name(function)
                : String.valueOf(function);
    }
}
