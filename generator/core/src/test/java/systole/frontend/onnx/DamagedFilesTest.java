package systole.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static systole.frontend.onnx.GraphBuilder.INT32;
import static systole.frontend.onnx.GraphBuilder.INT8;
import static systole.frontend.onnx.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import systole.diagnostic.RefusedException;
import systole.network.IntType;
import systole.network.Quantized;

/** Files that lie: a refusal, never anything else, and in no time. */
@Tag("slow")
class DamagedFilesTest {
    private static final int CASES = 4000;
    private static final Quantized Q = new Quantized(IntType.INT8, 0.5, 3);

    /** A model with most sorts of operators. */
    private static GraphBuilder whole() {
        GraphBuilder g = new GraphBuilder().input("x", INT8, 1, 2, 6, 6).dequantize("x", "xf", Q);
        String w = g.constant(INT8, List.of(4, 2, 3, 3), new int[72]);
        g.node("DequantizeLinear", "wf", List.of(w, g.real(0.1), g.constant(INT8, List.of(), 0)));
        String b = g.constant(INT32, List.of(4), 1, 2, 3, 4);
        g.node("DequantizeLinear", "bf", List.of(b, g.real(0.1f * 0.5f)));
        g.node("Conv", "c", List.of("xf", "wf", "bf"), attribute("pads", 1, 1, 1, 1), attribute("strides", 2, 2));
        g.quantize("c", "q", Q).dequantize("q", "d", Q);
        g.node("Sigmoid", "s", List.of("d")).quantize("s", "sq", Q).dequantize("sq", "sd", Q);
        g.node("Mul", "m", List.of("d", "sd")).quantize("m", "mq", Q).dequantize("mq", "md", Q);
        g.node("MaxPool", "p", List.of("md"), attribute("kernel_shape", 3, 3));
        g.node("Flatten", "f", List.of("p"));
        String k = g.constant(INT8, List.of(4, 3), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        g.node("DequantizeLinear", "kf", List.of(k, g.real(0.2), g.constant(INT8, List.of(), 0)));
        g.node("MatMul", "yf", List.of("f", "kf"));
        return g.quantize("yf", "y", Q).output("y", INT8);
    }

    private static void readOrRefuse(byte[] file) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                new OnnxReader(note -> {}).read(file, "m", "m.onnx");
            } catch (RefusedException e) {
                assertFalse(e.diagnostics().isEmpty());
            }
        });
    }

    private static String refusal(byte[] file) {
        return assertThrows(RefusedException.class, () -> new OnnxReader(note -> {}).read(file, "m", "m.onnx"))
                .getMessage();
    }

    @Test
    void theWholeModelIsFine() {
        assertEquals(
                3,
                new OnnxReader(note -> {})
                        .read(whole().bytes(), "m", "m.onnx")
                        .out()
                        .port()
                        .layout()
                        .elements());
    }

    @Test
    void everyLength() {
        byte[] file = whole().bytes();
        for (int length = 0; length < file.length; length++) {
            readOrRefuse(Arrays.copyOf(file, length));
        }
    }

    @Test
    void randomBytes() {
        Random random = new Random(5);
        byte[] file = whole().bytes();
        for (int i = 0; i < CASES; i++) {
            byte[] damaged = file.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            readOrRefuse(damaged);
        }
    }

    @Test
    void noModelAtAll() {
        assertTrue(refusal(new byte[0]).contains("no operator"));
        assertTrue(refusal("network tiny\n".getBytes(StandardCharsets.UTF_8)).contains("no ONNX model"));
    }

    @Test
    void circles() {
        GraphBuilder g = new GraphBuilder().input("x", INT8, 1, 4);
        g.node("Add", "a", List.of("x", "b")).node("Identity", "b", List.of("a"));
        g.output("b", INT8);
        assertTrue(refusal(g.bytes()).contains("reads 'b', which nothing computes before it"));
    }

    @Test
    void aTensorComputedTwice() {
        GraphBuilder g = new GraphBuilder().input("x", INT8, 1, 4).output("y", INT8);
        g.node("Identity", "y", List.of("x")).node("Identity", "y", List.of("x"));
        assertTrue(refusal(g.bytes()).contains("exists already"));
    }

    @Test
    void absurdSizes() {
        GraphBuilder wide = new GraphBuilder().input("x", INT8, 1, Integer.MAX_VALUE, Integer.MAX_VALUE, 3);
        wide.output("y", INT8).node("MaxPool", "y", List.of("x"), attribute("kernel_shape", 1, 1));
        assertTrue(refusal(wide.bytes()).contains("at most"));
        GraphBuilder large = whole();
        large.graph()
                .addInitializer(TensorProto.newBuilder()
                        .setName("huge")
                        .setDataType(INT8)
                        .addDims(1L << 40)
                        .addDims(1L << 40));
        assertTrue(refusal(large.bytes()).contains("'huge'"));
    }

    @Test
    void constantsThatDoNotHoldWhatTheySay() {
        GraphBuilder g = whole();
        g.graph()
                .addInitializer(TensorProto.newBuilder()
                        .setName("short")
                        .setDataType(INT8)
                        .addDims(8)
                        .setRawData(ByteString.copyFrom(new byte[7])));
        assertTrue(refusal(g.bytes()).contains("constant 'short' should hold 8 values and holds 7"));
    }

    @Test
    void biasesThatDoNotMatchTheScales() {
        GraphBuilder g = new GraphBuilder().input("x", INT8, 1, 1, 4, 4).dequantize("x", "xf", Q);
        String w = g.constant(INT8, List.of(2, 1, 1, 1), 1, 2);
        String zeros = g.constant(INT8, List.of(2), 0, 0);
        g.node("DequantizeLinear", "wf", List.of(w, g.reals(List.of(2), 0.5f, 0.5f), zeros), attribute("axis", 0));
        String b = g.constant(INT32, List.of(3), 1, 2, 3);
        g.node("DequantizeLinear", "bf", List.of(b, g.real(0.25)));
        g.node("Conv", "c", List.of("xf", "wf", "bf")).quantize("c", "y", Q).output("y", INT8);
        assertTrue(refusal(g.bytes()).contains("there are 3 biases for 2 channels"), refusal(g.bytes()));
    }

    @Test
    void weightsElsewhere() {
        GraphBuilder g = whole();
        g.graph()
                .addInitializer(TensorProto.newBuilder()
                        .setName("far")
                        .setDataType(INT8)
                        .addDims(8)
                        .setDataLocation(TensorProto.DataLocation.EXTERNAL));
        assertTrue(refusal(g.bytes()).contains("constant 'far' lies in another file"));
    }

    @Test
    void impossibleWindowsAndScales() {
        GraphBuilder g = new GraphBuilder().input("x", INT8, 1, 2, 4, 4).output("y", INT8);
        g.node("MaxPool", "y", List.of("x"), attribute("kernel_shape", 2, 2), attribute("strides", 0, -1));
        assertTrue(refusal(g.bytes()).contains("stride"));
        GraphBuilder zero = new GraphBuilder().input("x", INT8, 1, 4).output("y", INT8);
        zero.node("DequantizeLinear", "f", List.of("x", zero.real(0), zero.constant(INT8, List.of(), 0)));
        zero.node("Relu", "r", List.of("f")).quantize("r", "y", Q);
        assertTrue(refusal(zero.bytes()).contains("scale"));
    }
}
