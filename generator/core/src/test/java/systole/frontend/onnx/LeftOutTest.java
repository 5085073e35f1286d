package systole.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static systole.frontend.onnx.GraphBuilder.FLOAT;
import static systole.frontend.onnx.GraphBuilder.INT8;
import static systole.frontend.onnx.GraphBuilder.UINT8;
import static systole.frontend.onnx.GraphBuilder.attribute;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import systole.network.IntType;
import systole.network.Quantized;
import systole.rim.Head;

/** What is told about parts of a model that are not computed as the runtime does by default. */
class LeftOutTest {
    private static final Quantized X = new Quantized(IntType.INT8, 0.5, 3);

    private static List<String> notes(GraphBuilder g) {
        List<String> notes = new ArrayList<>();
        new OnnxReader(notes::add).read(g.bytes(), "m", "m.onnx");
        return notes;
    }

    private static GraphBuilder tanh(Quantized x, boolean readTwice) {
        int type = GraphBuilder.type(x.type());
        GraphBuilder g = new GraphBuilder().input("f", FLOAT, 1, 4);
        g.quantize("f", "q", x).dequantize("q", "d", x);
        g.node("Tanh", "t", List.of("d")).quantize("t", "y", x).output("y", type);
        return readTwice
                ? g.node("Sigmoid", "s", List.of("d")).quantize("s", "z", x).output("z", type)
                : g;
    }

    @Test
    void operatorsThatTheRuntimeComputesAsRealNumbersByDefault() {
        List<String> told = notes(tanh(X, true));
        assertTrue(
                told.stream()
                        .anyMatch(n -> n.contains("session.qdqisint8allowed")
                                && n.contains("operator 2 Tanh")
                                && n.contains("operator 4 Sigmoid")),
                told.toString());
        List<GraphBuilder> usual = List.of(tanh(X, false), tanh(new Quantized(IntType.UINT8, 0.5, 3), true));
        for (GraphBuilder g : usual) {
            assertTrue(notes(g).stream().noneMatch(n -> n.contains("qdqisint8allowed")), () -> notes(g).toString());
        }
    }

    /** The runtime joins both pairs into one, which rounds numbers between those of the first pair in another way. */
    @Test
    void twoPairsAtTheInputRoundNothing() {
        Quantized first = new Quantized(IntType.UINT8, 0.5, 10);
        Quantized second = new Quantized(IntType.UINT8, 0.4, 20);
        GraphBuilder g = new GraphBuilder().input("f", FLOAT, 1, 2);
        g.quantize("f", "q", first).dequantize("q", "d", first);
        g.quantize("d", "r", second).dequantize("r", "e", second);
        g.node("MatMul", "m", List.of("e", weights(g))).quantize("m", "y", second);
        g.output("y", UINT8);
        Head head = new OnnxReader(note -> {})
                .read(g.bytes(), "m", "m.onnx")
                .rim()
                .head(0)
                .orElseThrow();
        assertArrayEquals(new int[] {11, 10}, head.integers(new float[] {0.5f, 0}));
        Exception refused = assertThrows(IllegalArgumentException.class, () -> head.integers(new float[] {0.6f, 0}));
        assertEquals("0.6 is not one of the numbers for which uint8 stands, 0.5 * (q - 10)", refused.getMessage());
    }

    private static String weights(GraphBuilder g) {
        String integers = g.constant(INT8, List.of(2, 2), 1, 2, 3, 4);
        g.node(
                "DequantizeLinear",
                "w",
                List.of(integers, g.real(0.1), g.constant(INT8, List.of(), 0)),
                attribute("axis", 1));
        return "w";
    }
}
