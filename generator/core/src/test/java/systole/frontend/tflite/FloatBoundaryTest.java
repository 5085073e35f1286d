package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.TensorType;
import systole.diagnostic.RefusedException;
import systole.network.IntType;
import systole.network.Network;
import systole.network.Quantized;

/** Models that take and give real numbers, and are integers inside. */
class FloatBoundaryTest {
    private static final byte NONE = BuiltinOptions.NONE;

    private final TinyModel model = new TinyModel();
    private final int in = model.plain(TensorType.FLOAT32, 1, 2);
    private final int first = model.tensor(TensorType.INT8, 0.5, -3, 1, 2);
    private final int second = model.tensor(TensorType.INT8, 0.25, 7, 1, 2);
    private final int out = model.plain(TensorType.FLOAT32, 1, 2);

    @Test
    void integersGoInAndComeOut() {
        model.operator(BuiltinOperator.QUANTIZE, NONE, null, List.of(in), first);
        model.operator(BuiltinOperator.TANH, NONE, null, List.of(first), second);
        model.operator(BuiltinOperator.DEQUANTIZE, NONE, null, List.of(second), out);
        Network network = new TfliteReader(note -> {}).read(model.write(new int[] {in}, out), "m", "m");
        assertEquals(
                List.of("tanh1"), network.nodes().stream().map(n -> n.name()).toList());
        assertEquals(new Quantized(IntType.INT8, 0.5, -3), network.inputType().element());
        assertEquals(new Quantized(IntType.INT8, 0.25, 7), network.outputType().element());
    }

    @Test
    void realNumbersInsideAreRefused() {
        int real = model.plain(TensorType.FLOAT32, 1, 2);
        model.operator(BuiltinOperator.QUANTIZE, NONE, null, List.of(in), first);
        model.operator(BuiltinOperator.DEQUANTIZE, NONE, null, List.of(first), real);
        model.operator(BuiltinOperator.TANH, NONE, null, List.of(real), out);
        RefusedException refused = assertThrows(RefusedException.class, () -> new TfliteReader(note -> {})
                .read(model.write(new int[] {in}, out), "m", "m"));
        assertEquals(
                "operator 1 DEQUANTIZE 't4': not supported; operator 2 TANH 't3': they compute with real numbers",
                refused.getMessage());
    }
}
