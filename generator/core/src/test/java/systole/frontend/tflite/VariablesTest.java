package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tensorflow.lite.schema.AssignVariableOptionsT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptionsT;
import org.tensorflow.lite.schema.ReadVariableOptionsT;
import org.tensorflow.lite.schema.TensorType;
import systole.diagnostic.RefusedException;
import systole.layer.history.History;
import systole.network.IntTensor;
import systole.network.Network;

/** Variables that keep rows from frame to frame, and those that do something else. */
class VariablesTest {
    private static final byte INT8 = TensorType.INT8;
    private static final byte NONE = BuiltinOptions.NONE;

    private final TinyModel model = new TinyModel();
    private final List<String> notes = new ArrayList<>();
    private final int in = model.tensor(INT8, 0.5, 3, 1, 2, 3);
    private final int out = model.tensor(INT8, 0.5, 3, 1, 6, 3);
    private int past = model.tensor(INT8, 0.5, 3, 1, 4, 3);

    private void initially(int... dims) {
        int elements = dims[1] * dims[2];
        byte[] data = new byte[elements];
        for (int i = 0; i < elements; i++) {
            data[i] = (byte) i;
        }
        model.initially("state", INT8, data, dims);
    }

    private void read() {
        model.operator(
                BuiltinOperator.READ_VARIABLE,
                BuiltinOptions.ReadVariableOptions,
                new ReadVariableOptionsT(),
                List.of(model.variable("state")),
                past);
    }

    private void join(int axis, int first, int second, int joined) {
        ConcatenationOptionsT o = new ConcatenationOptionsT();
        o.setAxis(axis);
        model.operator(
                BuiltinOperator.CONCATENATION, BuiltinOptions.ConcatenationOptions, o, List.of(first, second), joined);
    }

    private int rows(int from, int first, int count) {
        int part = model.tensor(INT8, 0.5, 3, 1, count, 3);
        model.operator(
                BuiltinOperator.SLICE,
                NONE,
                null,
                List.of(from, model.ints(new int[] {0, first, 0}, 3), model.ints(new int[] {1, count, 3}, 3)),
                part);
        return part;
    }

    private void assign(int value) {
        model.operator(
                BuiltinOperator.ASSIGN_VARIABLE,
                BuiltinOptions.AssignVariableOptions,
                new AssignVariableOptionsT(),
                List.of(model.variable("state"), value));
    }

    private Network network(int output) {
        return new TfliteReader(notes::add).read(model.write(new int[] {in}, output), "m", "m");
    }

    private void refused(String message) {
        refused(message, out);
    }

    private void refused(String message, int output) {
        RefusedException refusal = assertThrows(RefusedException.class, () -> network(output));
        assertEquals(message, refusal.diagnostics().get(0).message());
        assertEquals(false, refusal.diagnostics().get(0).hint().isEmpty());
    }

    @Test
    void becomesAHistory() {
        initially(1, 4, 3);
        read();
        join(1, past, in, out);
        assign(rows(out, 2, 4));
        Network network = network(out);
        assertEquals(1, network.nodes().size());
        assertEquals(
                new History(4, Optional.of(IntTensor.vector(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))),
                network.nodes().get(0).layer());
        assertEquals(
                List.of("operator 3 CONCATENATION puts the last 4 rows of variable 'state' in front of 2 new ones; the"
                        + " variable is carried from frame to frame"),
                notes);
    }

    @Test
    void hasAnInitialValue() {
        model.initially("another", INT8, new byte[12], 1, 4, 3);
        read();
        join(1, past, in, out);
        assign(rows(out, 2, 4));
        refused("operator 2 READ_VARIABLE: variable 'state': nothing assigns it an initial value");
    }

    @Test
    void hasAnInitialValueOfItsShape() {
        initially(1, 2, 3);
        read();
        join(1, past, in, out);
        assign(rows(out, 2, 4));
        refused(
                "operator 2 READ_VARIABLE: variable 'state': its initial value, tensor 't3', is no constant like what is"
                        + " read: [1, 4, 3] of INT8");
    }

    @Test
    void keepsTheLastRows() {
        initially(1, 4, 3);
        read();
        join(1, past, in, out);
        assign(rows(out, 1, 4));
        refused("operator 2 READ_VARIABLE: variable 'state': operator 4 SLICE takes other than the last rows");
    }

    @Test
    void keepsAsManyRows() {
        initially(1, 4, 3);
        read();
        join(1, past, in, out);
        assign(rows(out, 3, 3));
        refused("operator 2 READ_VARIABLE: variable 'state': it is [1, 4, 3] and is assigned [1, 3, 3]");
    }

    @Test
    void keepsRowsOfWhatItIsAPartOf() {
        initially(1, 4, 3);
        read();
        join(1, past, in, out);
        int other = model.tensor(INT8, 0.5, 3, 1, 6, 3);
        model.operator(BuiltinOperator.RELU, NONE, null, List.of(out), other);
        assign(rows(other, 2, 4));
        refused(
                "operator 2 READ_VARIABLE: variable 'state': tensor 't5', which is assigned to it, is not the last rows of operator 3 CONCATENATION");
    }

    @Test
    void standsInFront() {
        initially(1, 4, 3);
        read();
        join(1, in, past, out);
        assign(rows(out, 2, 4));
        refused("operator 2 READ_VARIABLE: variable 'state': operator 3 CONCATENATION does something else with it than"
                + " putting it in front of new rows");
    }

    @Test
    void isReadByOneOperator() {
        initially(1, 4, 3);
        read();
        join(1, past, in, out);
        int other = model.tensor(INT8, 0.5, 3, 1, 4, 3);
        model.operator(BuiltinOperator.RELU, NONE, null, List.of(past), other);
        assign(rows(out, 2, 4));
        refused("operator 2 READ_VARIABLE: variable 'state': what is read from it is used by 2 operators, not by one"
                + " CONCATENATION");
    }

    @Test
    void isAssignedAfterItIsRead() {
        initially(1, 4, 3);
        assign(rows(past, 0, 4));
        read();
        join(1, past, in, out);
        refused("operator 5 READ_VARIABLE: variable 'state': it is assigned before it is read");
    }

    @Test
    void isReadAndAssignedOnce() {
        initially(1, 4, 3);
        read();
        join(1, past, in, out);
        assign(rows(out, 2, 4));
        assign(rows(out, 2, 4));
        refused("operator 2 READ_VARIABLE: variable 'state': it is read 1 and assigned 2 times, not once");
    }

    @Test
    void rowsLieOneBehindTheOther() {
        initially(1, 2, 3);
        past = model.tensor(INT8, 0.5, 3, 1, 2, 3);
        int wide = model.tensor(INT8, 0.5, 3, 1, 2, 6);
        read();
        join(2, past, in, wide);
        assign(rows(wide, 0, 2));
        refused(
                "operator 2 READ_VARIABLE: variable 'state': operator 3 CONCATENATION joins [1, 2, 3] along axis 2, and a"
                        + " dimension in front of it is not 1",
                wide);
    }

    @Test
    void hasTheQuantizationOfWhatItIsAPartOf() {
        initially(1, 4, 3);
        past = model.tensor(INT8, 0.25, 3, 1, 4, 3);
        read();
        join(1, past, in, out);
        assign(rows(out, 2, 4));
        refused("operator 2 READ_VARIABLE: variable 'state': it is int8 scale 0.25 zero 3 and what it becomes a part of"
                + " int8 scale 0.5 zero 3");
    }

    @Test
    void hasTheQuantizationOfWhatItIsAssigned() {
        initially(1, 2, 3);
        past = model.tensor(TensorType.UINT8, 0.25, 3, 1, 2, 3);
        int bytes = model.tensor(TensorType.UINT8, 0.5, 3, 1, 2, 3);
        int joined = model.tensor(TensorType.UINT8, 0.25, 3, 1, 4, 3);
        model.operator(BuiltinOperator.QUANTIZE, NONE, null, List.of(in), bytes);
        read();
        join(1, past, bytes, joined);
        assign(bytes);
        refused(
                "operator 3 READ_VARIABLE: variable 'state': tensor 't4', which is assigned to it, has another scale or"
                        + " zero point",
                joined);
    }

    /** A variable that nothing depends on is no obstacle. */
    @Test
    void mayBeUnused() {
        initially(1, 4, 3);
        read();
        join(1, past, in, out);
        int other = model.tensor(INT8, 0.5, 3, 1, 2, 3);
        model.operator(BuiltinOperator.RELU, NONE, null, List.of(in), other);
        assign(rows(out, 1, 4));
        assertEquals(1, network(other).nodes().size());
    }
}
