package systole.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static systole.frontend.onnx.GraphBuilder.FLOAT;
import static systole.frontend.onnx.GraphBuilder.INT64;
import static systole.frontend.onnx.GraphBuilder.INT8;
import static systole.frontend.onnx.GraphBuilder.UINT8;
import static systole.frontend.onnx.GraphBuilder.attribute;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.RefusedException;
import systole.network.IntType;
import systole.network.Quantized;

/** What is said about models that cannot become networks. */
class RefusalTest {
    private static final Quantized X = new Quantized(IntType.INT8, 0.5, 3);
    private static final Quantized Y = new Quantized(IntType.INT8, 0.25, -128);

    private final GraphBuilder g = new GraphBuilder();

    private static List<Diagnostic> refusals(byte[] file) {
        return assertThrows(RefusedException.class, () -> new OnnxReader(note -> {}).read(file, "model", "m.onnx"))
                .diagnostics();
    }

    private List<String> messages() {
        return refusals(g.bytes()).stream().map(Diagnostic::message).toList();
    }

    private Diagnostic only() {
        List<Diagnostic> all = refusals(g.bytes());
        assertEquals(1, all.size(), all.toString());
        return all.get(0);
    }

    private void image() {
        g.input("x", INT8, 1, 2, 4, 4).dequantize("x", "xf", X);
    }

    private void end() {
        g.quantize("yf", "y", Y).output("y", INT8);
    }

    private String weights(int... dims) {
        int size = java.util.Arrays.stream(dims).reduce(1, (a, b) -> a * b);
        String name = g.constant(INT8, java.util.Arrays.stream(dims).boxed().toList(), new int[size]);
        g.node("DequantizeLinear", name + "_f", List.of(name, g.real(0.1), g.constant(INT8, List.of(), 0)));
        return name + "_f";
    }

    @Test
    void everythingIsToldAtOnce() {
        image();
        g.node("Celu", "a", List.of("xf"));
        g.node("Einsum", "b", List.of("a", "a"));
        g.node("Celu", "c", List.of("xf"));
        g.node("BatchNormalization", "d", List.of("xf"));
        g.node(
                "MaxPool",
                "e",
                List.of("xf"),
                attribute("kernel_shape", 2, 2),
                attribute("dilations", 2, 2),
                attribute("ceil_mode", 1),
                attribute("strides", 3, 3));
        g.node("Concat", "yf", List.of("b", "c", "d", "e"));
        end();
        assertEquals(
                List.of(
                        "operator 5 MaxPool 'n_e': dilations",
                        "operator 5 MaxPool 'n_e': ceil_mode",
                        "BatchNormalization (operator 4 'n_d'): not supported",
                        "Celu (operators 1 'n_a', 3 'n_c'); Einsum (operator 2 'n_b'): not supported"),
                messages());
    }

    @Test
    void aFloatModelIsToldHowToQuantize() {
        g.input("x", FLOAT, 1, 4).node("Relu", "h", List.of("x")).node("Softmax", "y", List.of("h"));
        g.output("y", FLOAT);
        Diagnostic told = only();
        assertEquals("the model computes with real numbers: nothing in it is quantized", told.message());
        assertTrue(told.hint().contains("quantize_static"), told.hint());
    }

    @Test
    void quantizingAFloatLstmWouldNotHelp() {
        g.input("x", FLOAT, 1, 4).node("LSTM", "h", List.of("x")).node("Relu", "y", List.of("h"));
        g.output("y", FLOAT);
        assertTrue(only().hint().contains("keras.layers.LSTM"));
    }

    @Test
    void theInputMustBeQuantizedFirst() {
        g.input("x", FLOAT, 1, 4).node("Relu", "h", List.of("x")).quantize("h", "y", Y);
        g.output("y", INT8);
        assertEquals("operator 0 Relu: the input is not quantized before", only().message());
        assertTrue(!only().hint().contains("quantize_static"), only().hint());
    }

    @ParameterizedTest
    @CsvSource({
        "'', DynamicQuantizeLinear, static quantization",
        "'', BatchNormalization, fuse",
        "com.microsoft, QLinearSoftmax, end the model",
        "qonnx.custom_op.general, Quant, QONNX",
        "qonnx.custom_op.general, BipolarQuant, QONNX",
        "qonnx.custom_op.general, MultiThreshold, QONNX",
        "'', Expand, fix the input's size",
        "'', LSTM, TensorFlow Lite",
        "'', GRU, train an LSTM",
        "'', RNN, train an LSTM",
        "com.microsoft, DynamicQuantizeLSTM, TensorFlow Lite",
        "'', Hardmax, these are"
    })
    void adviceIsGiven(String domain, String operator, String advice) {
        image();
        g.node(domain, operator, "yf", List.of("xf"));
        end();
        Diagnostic told = only();
        assertTrue(told.message().contains(operator), told.message());
        assertTrue(told.hint().contains(advice), told.hint());
    }

    @Test
    void sumsAreQuantizedOnceAndWithTheirOwnLimits() {
        image();
        g.node("Conv", "c", List.of("xf", weights(2, 2, 1, 1)));
        g.node("Relu", "yf", List.of("c"));
        g.quantize("yf", "y", new Quantized(IntType.INT8, 0.25, 5)).output("y", INT8);
        assertTrue(only().message().contains("the limits behind operator 2 Conv 'n_c' are not those of int8"));
    }

    @Test
    void sumsMustNotBeReadTwice() {
        image();
        g.node("Conv", "c", List.of("xf", weights(2, 2, 1, 1)));
        g.quantize("c", "q", Y).dequantize("q", "qf", Y);
        g.node("Add", "yf", List.of("qf", "c"));
        end();
        assertTrue(
                messages().get(0).contains("'c' is read elsewhere before it is quantized"),
                messages().toString());
    }

    @Test
    void unknownAttributes() {
        image();
        g.node("Conv", "yf", List.of("xf", weights(2, 2, 1, 1)), attribute("novel", 1));
        end();
        assertEquals("operator 2 Conv 'n_yf': attribute 'novel' is not supported", only().message());
    }

    @Test
    void weightsMustBeQuantized() {
        image();
        g.node("Conv", "yf", List.of("xf", g.reals(List.of(2, 2, 1, 1), 1, 2, 3, 4)));
        end();
        assertEquals("operator 1 Conv 'n_yf': the input and the weights are not both quantized", only().message());
    }

    @Test
    void weightsWithoutElements() {
        image();
        g.node("Conv", "yf", List.of("xf", weights(0, 2, 1, 1)));
        end();
        assertTrue(
                only().message().endsWith("has the dimensions [0, 2, 1, 1]: there are no weights"), only().message());
    }

    @Test
    void theBiasHasTheScaleOfTheSums() {
        image();
        g.node("DequantizeLinear", "bf", List.of(g.constant(GraphBuilder.INT32, List.of(2), 1, 2), g.real(0.3)));
        g.node("Conv", "yf", List.of("xf", weights(2, 2, 1, 1), "bf"));
        end();
        assertTrue(only().message().contains("the scale of bias 0 is 0.3"), only().message());
    }

    @Test
    void oneTypeForActivations() {
        g.input("x", INT8, 1, 2, 4, 4).dequantize("x", "xf", X);
        g.node("Conv", "yf", List.of("xf", weights(2, 2, 1, 1)));
        g.quantize("yf", "y", new Quantized(IntType.UINT8, 0.25, 0)).output("y", UINT8);
        assertTrue(only().message().contains("the input is int8 and the output uint8"), only().message());
    }

    @Test
    void operandsOfOneShape() {
        image();
        g.node("Mul", "yf", List.of("xf", weights(2, 4, 3)));
        end();
        assertTrue(only().message().contains("is [2, 4, 3] and the operand [1, 2, "), only().message());
    }

    @Test
    void whatIsUsedWithoutBeingQuantized() {
        image();
        g.node("Relu", "r", List.of("xf"));
        g.node("MaxPool", "yf", List.of("r"), attribute("kernel_shape", 2, 2));
        end();
        Diagnostic told = only();
        assertTrue(told.message().contains("'r', is a real number, not quantized"), told.message());
    }

    @Test
    void anUnquantizedOutput() {
        image();
        g.node("LeakyRelu", "y", List.of("xf")).output("y", FLOAT);
        assertTrue(only().message().startsWith("the output, tensor 'y', is not one of integers"));
    }

    @Test
    void anOutputThatNothingComputes() {
        image();
        g.output("z", INT8);
        assertTrue(messages().get(0).contains("computed by nothing"), messages().toString());
    }

    @Test
    void batchesAndOpenSizes() {
        g.input("x", INT8, 2, 4).output("y", INT8).node("Identity", "y", List.of("x"));
        assertTrue(only().message().contains("the batch is 2"), only().message());
        GraphBuilder open = new GraphBuilder().input("x", INT8, 1, 0, 4).output("y", INT8);
        open.node("Identity", "y", List.of("x"));
        assertTrue(refusals(open.bytes()).get(0).message().contains("dimensions of open size"));
    }

    @Test
    void anInputThatNothingReads() {
        g.input("a", INT8, 1, 4).input("b", INT8, 1, 4).output("y", INT8).node("Identity", "y", List.of("a"));
        assertTrue(
                messages().toString().contains("'frame1' does not reach"),
                messages().toString());
    }

    @Test
    void tensorsThatAreNoImages() {
        image();
        String shape = g.constant(INT64, List.of(2), 1, 32);
        g.node("Reshape", "r", List.of("xf", shape));
        g.node("Conv", "yf", List.of("r", weights(2, 4, 1, 1)));
        end();
        assertTrue(only().message().contains("is no image"), only().message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.onnx", "."})
    void filesThatAreNone(String name) {
        assertThrows(RefusedException.class, () -> new OnnxReader(note -> {}).read(Path.of(name)));
    }
}
