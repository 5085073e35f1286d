package systole.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static systole.frontend.onnx.GraphBuilder.FLOAT;
import static systole.frontend.onnx.GraphBuilder.INT8;
import static systole.frontend.onnx.GraphBuilder.UINT8;
import static systole.frontend.onnx.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;
import org.junit.jupiter.api.Test;
import systole.catalog.StandardCatalog;
import systole.diagnostic.RefusedException;
import systole.golden.GoldenModel;
import systole.network.IntType;

/** RequantShift behind all that it may follow, worked out by hand. */
class IntegerDialectTest {
    private static final AttributeProto[] REQUANT = {
        attribute("div", 8), attribute("n_levels", 256), attribute("signed", 1)
    };

    private final GraphBuilder g = new GraphBuilder();

    private int[] run(int... frame) {
        OnnxModel model = new OnnxReader(note -> {}).read(g.bytes(), "m", "m.onnx");
        GoldenModel golden = new GoldenModel(
                model.network(), layer -> StandardCatalog.CATALOG.of(layer).golden());
        return model.out()
                .port()
                .layout()
                .fromStream(golden.run(model.in().port().layout().toStream(frame)));
    }

    private void requant(String sums) {
        g.node("RequantShift", "y", List.of(sums, g.real(3), g.real(5)), REQUANT)
                .output("y", FLOAT);
    }

    /** (x * 3 + 5 + 4) >> 3, to int8. */
    private static int requantized(int sum) {
        return Math.max(-128, Math.min(127, (sum * 3 + 9) >> 3));
    }

    @Test
    void aFloatInputHoldsUnsignedBytes() {
        g.input("x", FLOAT, 1, 3);
        requant("x");
        assertArrayEquals(new int[] {requantized(0), requantized(200), requantized(255)}, run(0, 200, 255));
    }

    @Test
    void gemm() {
        g.input("x", INT8, 1, 2);
        g.node("Gemm", "s", List.of("x", g.reals(List.of(2, 1), 3, -4), g.reals(List.of(1), 7)));
        requant("s");
        assertArrayEquals(new int[] {requantized(3 * -20 - 4 * 11 + 7)}, run(-20, 11));
    }

    /** A factor below 0 turns the order of the sums. The least weight has no negative of its own type. */
    @Test
    void negativeFactors() {
        g.input("x", UINT8, 1, 2);
        g.node("Gemm", "s", List.of("x", g.reals(List.of(2, 2), -128, 5, 3, -7), g.reals(List.of(1), 9)));
        List<String> inputs = List.of("s", g.reals(List.of(2), -3, 2), g.reals(List.of(2), 5, -1));
        g.node("RequantShift", "y", inputs, REQUANT).output("y", FLOAT);
        int first = -128 * 200 + 3 * 17 + 9;
        int second = 5 * 200 - 7 * 17 + 9;
        int[] expected = {Math.min(127, (first * -3 + 9) >> 3), Math.min(127, (second * 2 + 3) >> 3)};
        assertArrayEquals(expected, run(200, 17));
        assertArrayEquals(new int[] {(9 * -3 - 3 * 4 * 3 + 9) >> 3, ((9 - 28) * 2 + 3) >> 3}, run(0, 4));
    }

    @Test
    void aFloatInputOfTheOtherDomainHoldsBytesOfEitherKind() {
        g.input("x", FLOAT, 1, 3);
        g.node("ai.onnx.contrib", "RequantShift", "y", List.of("x", g.real(3), g.real(5)), REQUANT)
                .output("y", FLOAT);
        assertArrayEquals(new int[] {requantized(-128), requantized(-5), requantized(255)}, run(-128, -5, 255));
    }

    @Test
    void integerConvolutionWithZeroPoints() {
        g.input("x", UINT8, 1, 1, 1, 3);
        String weights = g.constant(UINT8, List.of(1, 1, 1, 2), 10, 3);
        g.node("ConvInteger", "s", List.of("x", weights, zero(100), zero(5)));
        requant("s");
        int[] expected = {requantized(5 * (0 - 100) - 2 * (90 - 100)), requantized(5 * (90 - 100) - 2 * (200 - 100))};
        assertArrayEquals(expected, run(0, 90, 200));
    }

    @Test
    void integerMatrixProduct() {
        g.input("x", INT8, 1, 2);
        g.node("MatMulInteger", "s", List.of("x", g.constant(INT8, List.of(2, 2), 1, 2, 3, 4)));
        requant("s");
        assertArrayEquals(new int[] {requantized(5 + 3 * 7), requantized(2 * 5 + 4 * 7)}, run(5, 7));
    }

    @Test
    void sumsOfTwo() {
        g.input("x", INT8, 1, 2);
        g.node("Add", "s", List.of("x", "x"));
        requant("s");
        assertArrayEquals(new int[] {requantized(-60), requantized(200)}, run(-30, 100));
    }

    @Test
    void dimensionsAndMaxima() {
        g.input("x", INT8, 1, 2, 2, 2);
        g.node("GlobalMaxPool", "p", List.of("x"));
        g.node("Squeeze", "q", List.of("p"));
        g.node("Unsqueeze", "u", List.of("q", g.constant(GraphBuilder.INT64, List.of(1), 0)));
        g.node("Flatten", "f", List.of("u"));
        requant("f");
        assertArrayEquals(new int[] {requantized(4), requantized(9)}, run(1, 4, -3, 2, 9, -9, 0, 8));
    }

    @Test
    void fewLevels() {
        g.input("x", UINT8, 1, 2);
        AttributeProto[] four = {attribute("div", 1), attribute("n_levels_out", 16f), attribute("signed", 0f)};
        g.node("RequantShift", "y", List.of("x", g.real(1), g.real(-3)), four).output("y", FLOAT);
        assertArrayEquals(new int[] {0, 15}, run(1, 250));
        OnnxModel model = new OnnxReader(note -> {}).read(g.bytes(), "m", "m.onnx");
        assertEquals(new IntType(4, false), model.network().outputType().type());
    }

    @Test
    void divisorsAreWholePowers() {
        g.input("x", UINT8, 1, 2);
        AttributeProto[] odd = {attribute("div", 12), attribute("n_levels", 200), attribute("signed", 0)};
        g.node("RequantShift", "y", List.of("x", g.real(1), g.real(0)), odd).output("y", FLOAT);
        RefusedException refused = assertThrows(RefusedException.class, () -> run(1, 2));
        assertTrue(refused.getMessage().contains("div is 12"), refused.getMessage());
        assertTrue(refused.getMessage().contains("there are 200 levels"), refused.getMessage());
    }

    private String zero(int value) {
        return g.constant(UINT8, List.of(), value);
    }
}
