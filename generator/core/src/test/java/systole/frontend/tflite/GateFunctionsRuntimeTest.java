package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.TensorType;
import org.tensorflow.lite.schema.UnidirectionalSequenceLSTMOptionsT;
import systole.layer.lstm.Cell;
import systole.layer.lstm.CellArithmetic;
import systole.layer.lstm.GateKind;
import systole.layer.lstm.Lstm;
import systole.layer.mac.Mac;
import systole.network.Network;
import systole.network.Requantizer;

/** The gate functions against the runtime's, for every int16. */
@Tag("slow")
class GateFunctionsRuntimeTest {
    private static final int BYTE = 256;
    private static final int GATES = 4;
    private static final int CELL = 15;
    private static final int MOST = Short.MAX_VALUE;

    private final TinyModel model = new TinyModel();

    @BeforeAll
    static void needsTheRuntime() {
        ReferenceRuntime.assume();
    }

    /** One step from nothing: the cell state becomes i * g. The other of both gates is as large as can be. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void gemmlowp(int gate) {
        CellArithmetic gates = new Cell(GateKind.GEMMLOWP, CELL, 0).arithmetic();
        int[] state = new int[1];
        byte[] file = everyInputOf(gate, 1, 1 / 4096f, state);
        try (ReferenceRuntime runtime = new ReferenceRuntime(file)) {
            for (int x = -BYTE / 2; x < BYTE / 2; x++) {
                runtime.run(new int[] {x});
                int[] c = runtime.tensor(state[0]);
                for (int unit = 0; unit < BYTE; unit++) {
                    int u = bias(unit) + x;
                    int i = gates.sigmoid(gate == 0 ? u : MOST);
                    int g = gates.tanh(gate == 0 ? MOST : u);
                    int input = u;
                    assertEquals(c[unit], gates.next(0, i, 0, g), () -> "gate " + gate + " of " + input);
                }
            }
        }
    }

    /** Scales whose product is rounded to float before it becomes a multiplier. */
    @ParameterizedTest
    @ValueSource(floats = {0.0123457f, 0.0177f, 0.033333f, 0.0071f})
    void levels(float scale) {
        CellArithmetic gates = new Cell(GateKind.GEMMLOWP, CELL, 0).arithmetic();
        int[] state = new int[1];
        byte[] file = everyInputOf(2, scale, 0.9f / 4096 / scale, state);
        Network network = new TfliteReader(note -> {}).read(file, "m", "m");
        Mac kernel = ((Lstm) network.nodes().get(0).layer()).kernelMac();
        Requantizer requantizer = kernel.requantizer(network.inputType().element());
        try (ReferenceRuntime runtime = new ReferenceRuntime(file)) {
            for (int x = -BYTE / 2; x < BYTE / 2; x++) {
                runtime.run(new int[] {x});
                int[] c = runtime.tensor(state[0]);
                for (int unit = 0; unit < BYTE; unit++) {
                    int accumulator = bias(unit) + x;
                    int i = gates.sigmoid(gates.gate(requantizer.apply(unit, MOST), 0));
                    int g = gates.tanh(gates.gate(requantizer.apply(2 * BYTE + unit, accumulator), 0));
                    assertEquals(c[unit], gates.next(0, i, 0, g), () -> "level of " + accumulator);
                }
            }
        }
    }

    private static int bias(int unit) {
        return BYTE * unit + BYTE / 2 + Short.MIN_VALUE;
    }

    /** Unit n of an LSTM of 256 sees the inputs 256 * n and so on of one gate. */
    private byte[] everyInputOf(int gate, float inputScale, float weightScale, int[] state) {
        int in = model.tensor(TensorType.INT8, inputScale, 0, 1, 1, 1);
        List<Integer> inputs = new ArrayList<>(Collections.nCopies(24, -1));
        inputs.set(0, in);
        for (int i = 0; i < GATES; i++) {
            boolean open = i == gate;
            byte[] kernel = new byte[BYTE];
            Arrays.fill(kernel, (byte) (open ? 1 : 0));
            int[] bias = IntStream.range(0, BYTE)
                    .map(unit -> open ? bias(unit) : MOST)
                    .toArray();
            inputs.set(1 + i, model.bytes(TensorType.INT8, new float[] {weightScale}, 0, kernel, BYTE, 1));
            inputs.set(
                    1 + GATES + i,
                    model.bytes(TensorType.INT8, new float[] {1 / 4096f}, 0, new byte[BYTE * BYTE], BYTE, BYTE));
            inputs.set(12 + i, model.ints(bias, BYTE));
        }
        inputs.set(18, model.tensor(TensorType.INT8, 1 / 128.0, 0, 1, BYTE));
        model.last().setIsVariable(true);
        state[0] = model.tensor(TensorType.INT16, Math.scalb(1.0, -CELL), 0, 1, BYTE);
        model.last().setIsVariable(true);
        inputs.set(19, state[0]);
        int[] inside = IntStream.rangeClosed(0, GATES)
                .map(i -> model.tensor(TensorType.INT8, 1 / 128.0, 0, 0))
                .toArray();
        UnidirectionalSequenceLSTMOptionsT o = new UnidirectionalSequenceLSTMOptionsT();
        o.setFusedActivationFunction(ActivationFunctionType.TANH);
        int out = model.tensor(TensorType.INT8, 1 / 128.0, 0, 1, 1, BYTE);
        model.operator(
                BuiltinOperator.UNIDIRECTIONAL_SEQUENCE_LSTM,
                BuiltinOptions.UnidirectionalSequenceLSTMOptions,
                o,
                inputs,
                out);
        model.intermediates(inside);
        return model.write(new int[] {in}, out);
    }

    @Test
    void sigmoidOfTable() {
        CellArithmetic gates = new Cell(GateKind.TABLE, 11, 0).arithmetic();
        int[] expected = ofRuntime(BuiltinOperator.LOGISTIC, 12);
        for (int i = 0; i < expected.length; i++) {
            int u = i + Short.MIN_VALUE;
            assertEquals(expected[i], gates.sigmoid(u), () -> "sigmoid of " + u);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10, 11, 12, 13, 14, 15})
    void tanhOfTable(int fraction) {
        CellArithmetic gates = new Cell(GateKind.TABLE, fraction, 0).arithmetic();
        int[] expected = ofRuntime(BuiltinOperator.TANH, fraction);
        for (int i = 0; i < expected.length; i++) {
            int c = i + Short.MIN_VALUE;
            assertEquals(expected[i], gates.cellTanh(c), () -> "tanh of " + c);
        }
    }

    /** The runtime's operators for int16 interpolate the same table. */
    private int[] ofRuntime(int operator, int fraction) {
        int in = model.tensor(TensorType.INT16, Math.scalb(1.0, -fraction), 0, 1, 1 << 16);
        int out = model.tensor(TensorType.INT16, Math.scalb(1.0, -15), 0, 1, 1 << 16);
        model.operator(operator, BuiltinOptions.NONE, null, List.of(in), out);
        try (ReferenceRuntime runtime = new ReferenceRuntime(model.write(new int[] {in}, out))) {
            runtime.run(IntStream.rangeClosed(Short.MIN_VALUE, Short.MAX_VALUE).toArray());
            return runtime.tensor(out);
        }
    }
}
