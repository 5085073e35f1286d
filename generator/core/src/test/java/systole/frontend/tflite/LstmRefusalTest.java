package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.TensorT;
import org.tensorflow.lite.schema.TensorType;
import org.tensorflow.lite.schema.UnidirectionalSequenceLSTMOptionsT;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.RefusedException;
import systole.network.Network;

/** Recurrent operators that are not a plain LSTM of int8. */
class LstmRefusalTest {
    private static final byte INT8 = TensorType.INT8;
    private static final byte INT16 = TensorType.INT16;
    private static final int GATES = 4;
    private static final int UNITS = 3;
    private static final int STEPS = 5;
    private static final int FEATURES = 2;

    private final TinyModel model = new TinyModel();
    private final UnidirectionalSequenceLSTMOptionsT options = new UnidirectionalSequenceLSTMOptionsT();
    private final List<Integer> inputs = new ArrayList<>(Collections.nCopies(24, -1));
    private final int[] inside = new int[GATES + 1];
    private int in = model.tensor(INT8, 0.1, 0, 1, STEPS, FEATURES);
    private int out = model.tensor(INT8, 1 / 128.0, 0, 1, STEPS, UNITS);

    LstmRefusalTest() {
        options.setFusedActivationFunction(ActivationFunctionType.TANH);
        for (int gate = 0; gate < GATES; gate++) {
            inputs.set(1 + gate, weights(UNITS, FEATURES));
            inputs.set(5 + gate, weights(UNITS, UNITS));
            inputs.set(12 + gate, model.ints(new int[UNITS], UNITS));
            inside[gate] = model.plain(TensorType.FLOAT32, 0);
        }
        inputs.set(18, state(model.tensor(INT8, 1 / 128.0, 0, 1, UNITS)));
        inputs.set(19, state(model.tensor(INT16, 1 / 2048.0, 0, 1, UNITS)));
        inside[GATES] = model.tensor(INT8, 1 / 128.0, 0, 0);
    }

    private int weights(int rows, int columns) {
        return model.bytes(INT8, new float[] {0.01f}, 0, new byte[rows * columns], rows, columns);
    }

    private int state(int tensor) {
        model.last().setIsVariable(true);
        return tensor;
    }

    private byte[] file() {
        inputs.set(0, in);
        model.operator(
                BuiltinOperator.UNIDIRECTIONAL_SEQUENCE_LSTM,
                BuiltinOptions.UnidirectionalSequenceLSTMOptions,
                options,
                inputs,
                out);
        model.intermediates(inside);
        return model.write(new int[] {in}, out);
    }

    private static List<Diagnostic> told(byte[] file) {
        return assertThrows(RefusedException.class, () -> new TfliteReader(note -> {}).read(file, "m", "m"))
                .diagnostics();
    }

    private String refusal() {
        List<Diagnostic> told = told(file());
        assertEquals(1, told.size(), told::toString);
        assertTrue(!told.get(0).hint().isEmpty());
        return told.get(0).message().replace("operator 0 UNIDIRECTIONAL_SEQUENCE_LSTM: ", "");
    }

    @Test
    void aPlainOneIsRead() {
        List<String> notes = new ArrayList<>();
        Network network = new TfliteReader(notes::add).read(file(), "m", "m");
        assertEquals(List.of(STEPS, UNITS), network.outputType().shape().dims());
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).contains("fresh state"), notes.get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "9, peephole connections",
        "16, a projection of the output",
        "21, layer normalization",
    })
    void furtherInputs(int input, String message) {
        inputs.set(input, model.ints(new int[UNITS], UNITS));
        assertEquals(message, refusal());
    }

    @Test
    void coupledGates() {
        inputs.set(1, -1);
        inputs.set(5, -1);
        inputs.set(12, -1);
        assertEquals("the input gate is coupled to the forget gate (CIFG)", refusal());
    }

    @Test
    void otherActivations() {
        options.setFusedActivationFunction(ActivationFunctionType.RELU);
        assertEquals("the activation function RELU", refusal());
    }

    @Test
    void diagonalWeights() {
        options.setDiagonalRecurrentTensors(true);
        assertEquals("diagonal recurrent weights", refusal());
    }

    @Test
    void batches() {
        in = model.tensor(INT8, 0.1, 0, 4, STEPS, FEATURES);
        out = model.tensor(INT8, 1 / 128.0, 0, 4, STEPS, UNITS);
        assertEquals("the input is [4, 5, 2]", refusal());
    }

    @Test
    void batchesBehindTime() {
        options.setTimeMajor(true);
        assertEquals("the input is [1, 5, 2], time first", refusal());
    }

    @Test
    void wideActivations() {
        in = model.tensor(INT16, 0.1, 0, 1, STEPS, FEATURES);
        out = model.tensor(INT16, 1 / 32768.0, 0, 1, STEPS, UNITS);
        List<Diagnostic> told = told(file());
        assertTrue(told.stream().allMatch(d -> d.message().contains("computes with int16")), told::toString);
    }

    @Test
    void realNumbers() {
        in = model.plain(TensorType.FLOAT32, 1, STEPS, FEATURES);
        out = model.plain(TensorType.FLOAT32, 1, STEPS, UNITS);
        Diagnostic told = told(file()).get(0);
        assertTrue(told.message().endsWith("they compute with real numbers"), told.message());
        assertTrue(told.hint().startsWith("quantize the whole model"), told.hint());
    }

    @ParameterizedTest
    @CsvSource({"0.0005", "0.00390625", "0.0000152587890625", "0"})
    void cellScales(double scale) {
        inputs.set(19, state(model.tensor(INT16, scale, 0, 1, UNITS)));
        String told = refusal();
        assertTrue(told.startsWith("the cell state is INT16 with scale"), told);
    }

    @Test
    void cellsOfEightBits() {
        inputs.set(19, state(model.tensor(INT8, 1 / 2048.0, 0, 1, UNITS)));
        assertTrue(refusal().startsWith("the cell state is INT8"));
    }

    @Test
    void statesOfSeveralOperators() {
        int other = model.tensor(INT8, 1 / 128.0, 0, 1, UNITS);
        model.operator(BuiltinOperator.RELU, BuiltinOptions.NONE, null, List.of(inputs.get(18)), other);
        List<Diagnostic> told = told(file());
        assertEquals(
                "operator 1 UNIDIRECTIONAL_SEQUENCE_LSTM: tensor 't18' is used 2 times",
                told.get(0).message());
    }

    @Test
    void statesThatAreNoVariables() {
        TensorT state = model.last();
        inputs.set(18, model.tensor(INT8, 1 / 128.0, 0, 1, UNITS));
        assertTrue(!state.getIsVariable());
        assertTrue(refusal().endsWith("is no variable"));
    }

    @Test
    void aHiddenTensorOfAnotherZeroPoint() {
        inside[GATES] = model.tensor(INT8, 1 / 128.0, 7, 0);
        assertTrue(refusal().startsWith("the hidden tensor is int8 scale 0.0078125 zero 7 and the state"));
    }

    @Test
    void noIntermediates() {
        inputs.set(0, in);
        model.operator(
                BuiltinOperator.UNIDIRECTIONAL_SEQUENCE_LSTM,
                BuiltinOptions.UnidirectionalSequenceLSTMOptions,
                options,
                inputs,
                out);
        List<Diagnostic> told = told(model.write(new int[] {in}, out));
        assertTrue(told.get(0).message().endsWith("the intermediate tensors are missing"));
    }

    @Test
    void weightsOfOtherSizes() {
        inputs.set(6, weights(UNITS, UNITS + 1));
        assertTrue(refusal().startsWith("the gates are [[3, 3], [3, 4], [3, 3], [3, 3]]"));
    }

    @Test
    void weightsOfSeveralScales() {
        int each = model.bytes(INT8, new float[] {0.1f, 0.2f, 0.3f}, 0, new byte[9], 3, 3);
        inputs.set(6, each);
        assertEquals("the weights, input 6, are INT8 of [3, 3] with 3 scales", refusal());
    }

    @ParameterizedTest
    @CsvSource({"1, false", "-1, true"})
    void negativeClips(float clip, boolean refused) {
        options.setCellClip(clip);
        if (refused) {
            assertEquals("the cell clip -1.0", refusal());
        } else {
            assertEquals(
                    1,
                    new TfliteReader(note -> {}).read(file(), "m", "m").nodes().size());
        }
    }

    @ParameterizedTest
    @CsvSource({"LSTM", "UNIDIRECTIONAL_SEQUENCE_RNN", "BIDIRECTIONAL_SEQUENCE_LSTM", "WHILE"})
    void relatives(String kind) {
        int code = IntStream.range(0, BuiltinOperator.names.length)
                .filter(i -> BuiltinOperator.name(i).equals(kind))
                .findFirst()
                .orElseThrow();
        model.operator(code, BuiltinOptions.NONE, null, List.of(in), out);
        Diagnostic told = told(model.write(new int[] {in}, out)).get(0);
        assertTrue(told.message().contains(kind), told.message());
        assertTrue(told.hint().contains("UNIDIRECTIONAL_SEQUENCE_LSTM is supported"), told.hint());
    }
}
