package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.TensorType;

/** What is told of a model that does not become hardware as a whole. */
class LeftOutTest {
    private static final byte NONE = BuiltinOptions.NONE;

    private final TinyModel model = new TinyModel();
    private final List<String> notes = new ArrayList<>();

    private void read(byte[] file) {
        new TfliteReader(notes::add).read(file, "m", "m");
    }

    @Test
    void nothingOfAPlainModel() {
        int in = model.tensor(TensorType.INT8, 0.5, 3, 1, 2);
        int out = model.tensor(TensorType.INT8, 0.5, 3, 1, 2);
        model.operator(BuiltinOperator.RELU, NONE, null, List.of(in), out);
        read(model.write(new int[] {in}, out));
        assertEquals(List.of(), notes);
    }

    @Test
    void realNumbersAtTheEnds() {
        int in = model.plain(TensorType.FLOAT32, 1, 2);
        int first = model.tensor(TensorType.INT8, 0.5, -3, 1, 2);
        int second = model.tensor(TensorType.INT8, 0.25, 7, 1, 2);
        int out = model.plain(TensorType.FLOAT32, 1, 2);
        model.operator(BuiltinOperator.QUANTIZE, NONE, null, List.of(in), first);
        model.operator(BuiltinOperator.TANH, NONE, null, List.of(first), second);
        model.operator(BuiltinOperator.DEQUANTIZE, NONE, null, List.of(second), out);
        read(model.write(new int[] {in}, out));
        assertEquals(
                List.of(
                        "operator 0 QUANTIZE of the input is left out: frames are int8 q, real = 0.5 * (q + 3)",
                        "operator 2 DEQUANTIZE of the output is left out: results are int8 q, real = 0.25 * (q - 7)"),
                notes);
    }

    @Test
    void operatorsThatNothingDependsOn() {
        int in = model.tensor(TensorType.INT8, 0.5, 3, 1, 2, 3);
        int shape = model.plain(TensorType.INT32, 3);
        int packed = model.plain(TensorType.INT32, 2);
        int out = model.tensor(TensorType.INT8, 0.5, 3, 1, 6);
        model.operator(BuiltinOperator.SHAPE, NONE, null, List.of(in), shape);
        model.operator(BuiltinOperator.PACK, NONE, null, List.of(shape), packed);
        model.operator(BuiltinOperator.RESHAPE, NONE, null, List.of(in, packed), out);
        read(model.write(new int[] {in}, out));
        assertEquals(
                List.of("left out, as the output does not depend on them: operator 0 SHAPE, operator 1 PACK"), notes);
    }

    @Test
    void furtherSubgraphs() {
        int in = model.tensor(TensorType.INT8, 0.5, 3, 1, 2);
        int out = model.tensor(TensorType.INT8, 0.5, 3, 1, 2);
        model.operator(BuiltinOperator.RELU, NONE, null, List.of(in), out);
        read(model.write(2, new int[] {in}, out));
        assertEquals(List.of("the first of 2 subgraphs is read; no operator in it calls another"), notes);
    }
}
