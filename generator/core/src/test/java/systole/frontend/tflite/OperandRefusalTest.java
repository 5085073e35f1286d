package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.FullyConnectedOptionsT;
import org.tensorflow.lite.schema.ResizeNearestNeighborOptionsT;
import org.tensorflow.lite.schema.SparsityParametersT;
import org.tensorflow.lite.schema.TensorType;
import systole.diagnostic.RefusedException;

/** Operands that an operator does not take. */
class OperandRefusalTest {
    private static final byte NONE = BuiltinOptions.NONE;
    private static final byte INT8 = TensorType.INT8;

    private final TinyModel model = new TinyModel();
    private final int in = tensor(1, 2, 3, 2);

    private int tensor(int... dims) {
        return model.tensor(INT8, 0.5, 0, dims);
    }

    private int constant(byte[] data, int... dims) {
        return model.bytes(INT8, new float[] {0.5f}, 0, data, dims);
    }

    private String refusal(int out) {
        byte[] file = model.write(new int[] {in}, out);
        return assertThrows(RefusedException.class, () -> new TfliteReader(note -> {}).read(file, "m", "m"))
                .getMessage();
    }

    @Test
    void aConstantOfAnotherShape() {
        int out = tensor(1, 2, 3, 2);
        model.operator(BuiltinOperator.MUL, NONE, null, List.of(in, constant(new byte[] {1, 2}, 2, 1)), out);
        assertEquals("operator 0 MUL: the inputs are [1, 2, 3, 2] and [2, 1]", refusal(out));
    }

    @Test
    void twoConstants() {
        int out = tensor(1, 2, 3, 2);
        int one = constant(new byte[] {1});
        model.operator(BuiltinOperator.ADD, NONE, null, List.of(one, one), out);
        assertEquals("operator 0 ADD: both inputs are constants", refusal(out));
    }

    @Test
    void shapesThatCannotBeRepeated() {
        int other = tensor(1, 3, 2, 2);
        model.operator(BuiltinOperator.RESHAPE, NONE, null, List.of(in), other);
        int out = tensor(1, 2, 3, 2);
        model.operator(BuiltinOperator.SUB, NONE, null, List.of(in, other), out);
        assertEquals("operator 1 SUB: the inputs are [1, 2, 3, 2] and [1, 3, 2, 2]", refusal(out));
    }

    @Test
    void anOrderThatIsNone() {
        int out = tensor(1, 3, 2, 2);
        int order = model.ints(new int[] {0, 2, 2, 3}, 4);
        model.operator(BuiltinOperator.TRANSPOSE, NONE, null, List.of(in, order), out);
        assertEquals("operator 0 TRANSPOSE: the order [0, 2, 2, 3] of [1, 2, 3, 2]", refusal(out));
    }

    @Test
    void partsOutsideOfTheInput() {
        int out = tensor(1, 2, 2, 2);
        int begin = model.ints(new int[] {0, 0, 2, 0}, 4);
        int size = model.ints(new int[] {1, 2, 2, 2}, 4);
        model.operator(BuiltinOperator.SLICE, NONE, null, List.of(in, begin, size), out);
        assertEquals("operator 0 SLICE: positions 2 to 3 of 3", refusal(out));
    }

    @Test
    void enlargingThatIsUneven() {
        int out = tensor(1, 3, 3, 2);
        ResizeNearestNeighborOptionsT o = new ResizeNearestNeighborOptionsT();
        int size = model.ints(new int[] {3, 3}, 2);
        model.operator(
                BuiltinOperator.RESIZE_NEAREST_NEIGHBOR,
                BuiltinOptions.ResizeNearestNeighborOptions,
                o,
                List.of(in, size),
                out);
        assertEquals("operator 0 RESIZE_NEAREST_NEIGHBOR: from [2, 3, 2] to [3, 3, 2]", refusal(out));
    }

    @Test
    void weightsThatLeaveZerosOut() {
        int weights = constant(new byte[12], 1, 12);
        model.last().setSparsity(new SparsityParametersT());
        int out = tensor(1, 1);
        model.operator(
                BuiltinOperator.FULLY_CONNECTED,
                BuiltinOptions.FullyConnectedOptions,
                new FullyConnectedOptionsT(),
                List.of(in, weights),
                out);
        assertEquals("operator 0 FULLY_CONNECTED: tensor 't1' is sparse: zeros are left out", refusal(out));
    }
}
