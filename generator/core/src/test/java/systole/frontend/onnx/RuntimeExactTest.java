package systole.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static systole.frontend.onnx.GraphBuilder.INT8;
import static systole.frontend.onnx.GraphBuilder.attribute;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import systole.catalog.StandardCatalog;
import systole.diagnostic.RefusedException;
import systole.golden.GoldenModel;
import systole.network.IntType;
import systole.network.Quantized;

/**
 * Models that ONNX Runtime computes with real numbers, rounded once here: results are those of the runtime but for a
 * difference that the note allows.
 */
@Tag("slow")
class RuntimeExactTest {
    private static final Pattern NOTE =
            Pattern.compile("may differ by (\\d+) at most, where that result is within (\\S+)");

    private final Chance chance = new Chance(71);
    private long elements;
    private long differences;

    private void compare(byte[] file, String what) {
        List<String> notes = new ArrayList<>();
        OnnxModel model = new OnnxReader(notes::add, RealArithmetic.EXACT).read(file, "m", what);
        int most = notes.stream()
                .map(NOTE::matcher)
                .filter(Matcher::find)
                .mapToInt(m -> Integer.parseInt(m.group(1)))
                .max()
                .orElse(0);
        GoldenModel golden = new GoldenModel(
                model.network(), layer -> StandardCatalog.CATALOG.of(layer).golden());
        IntType type = model.network().inputType().type();
        int size = model.network().inputType().shape().elements();
        try (OnnxRuntime runtime = new OnnxRuntime(file, false, type.signed())) {
            for (int i = 0; i < 4; i++) {
                int[] frame = chance.integers(size, type.min(), type.max());
                int[] expected =
                        runtime.run(model.in(), model.out(), List.of(frame)).get(0);
                int[] actual = model.outputs()
                        .get(0)
                        .layout()
                        .fromStream(golden.run(model.inputs().get(0).layout().toStream(frame)));
                elements += actual.length;
                for (int j = 0; j < actual.length; j++) {
                    int difference = Math.abs(expected[j] - actual[j]);
                    differences += difference == 0 ? 0 : 1;
                    String told = what + ": " + expected[j] + ", " + actual[j] + " " + notes;
                    assertTrue(difference <= most, told);
                }
            }
        }
    }

    private byte[] average(boolean reduced) {
        IntType type = chance.type();
        Quantized x = chance.element(type, 0.01, 0.1);
        Quantized y = chance.maybe() ? x : chance.element(type, 0.01, 0.1);
        int side = chance.between(2, 6);
        GraphBuilder g = new GraphBuilder().input("x", GraphBuilder.type(type), 1, chance.between(1, 5), side, side);
        g.dequantize("x", "d", x);
        if (reduced) {
            g.node("ReduceMean", "m", List.of("d"), attribute("axes", 2, 3));
        } else {
            g.node("AveragePool", "m", List.of("d"), attribute("kernel_shape", 2, chance.between(1, 2)));
        }
        return g.quantize("m", "y", y).output("y", GraphBuilder.type(type)).bytes();
    }

    @Test
    void means() {
        for (int i = 0; i < 4 * Comparison.CASES; i++) {
            compare(average(i % 2 == 0), "case " + i);
        }
        long found = differences;
        assertTrue(differences * 50 < elements, () -> found + " of " + elements);
    }

    /** Symmetric int8: the zero point is 0, and half of the integers are not used. */
    private byte[] convolution() {
        Quantized x = new Quantized(IntType.INT8, chance.scale(0.01, 0.1), 0);
        Quantized y = new Quantized(IntType.INT8, chance.scale(0.05, 0.5), 0);
        int channels = chance.between(1, 6);
        GraphBuilder g = new GraphBuilder().input("x", INT8, 1, channels, 5, 5).dequantize("x", "d", x);
        float[] scales = chance.scales(4, 0.002, 0.02);
        float[] biases = new float[4];
        for (int c = 0; c < 4; c++) {
            biases[c] = (float) x.scale() * scales[c];
        }
        List<Integer> four = List.of(4);
        String weights = g.constant(INT8, List.of(4, channels, 3, 3), chance.integers(36 * channels, -127, 127));
        String bias = g.constant(GraphBuilder.INT32, four, chance.integers(4, -3000, 3000));
        String zeros = g.constant(INT8, four, new int[4]);
        g.node("DequantizeLinear", "w", List.of(weights, g.reals(four, scales), zeros), attribute("axis", 0));
        String none = g.constant(GraphBuilder.INT32, four, new int[4]);
        g.node("DequantizeLinear", "b", List.of(bias, g.reals(four, biases), none), attribute("axis", 0));
        g.node("Conv", "c", List.of("d", "w", "b"));
        List<String> clip = List.of("c", g.real(chance.between(-2, 0)), g.real(chance.between(2, 12)));
        g.node("Relu", "r", List.of("c"));
        if (chance.maybe()) {
            g.node("Clip", "l", List.of("r", clip.get(1), clip.get(2)));
        } else {
            g.node("Identity", "l", List.of("r"));
        }
        return g.quantize("l", "y", y).output("y", INT8).bytes();
    }

    @Test
    void limitedSums() {
        for (int i = 0; i < 4 * Comparison.CASES; i++) {
            compare(convolution(), "case " + i);
        }
        long found = differences;
        assertTrue(differences * 1000 < elements, () -> found + " of " + elements);
    }

    /** Halves become even, for a window whose share of the sum is no binary fraction. */
    @Test
    void aMeanOfSixIsExact() {
        Quantized x = new Quantized(IntType.INT8, 0.3f, 0);
        GraphBuilder g = new GraphBuilder().input("x", INT8, 1, 1, 2, 3).dequantize("x", "d", x);
        g.node("ReduceMean", "m", List.of("d"), attribute("axes", 2, 3)).quantize("m", "y", x);
        byte[] file = g.output("y", INT8).bytes();
        RefusedException refused =
                assertThrows(RefusedException.class, () -> new OnnxReader(note -> {}).read(file, "m", "m.onnx"));
        assertTrue(refused.diagnostics().get(0).hint().contains("--reals exact"), refused.toString());
        OnnxModel model = new OnnxReader(note -> {}, RealArithmetic.EXACT).read(file, "m", "m.onnx");
        GoldenModel golden = new GoldenModel(
                model.network(), layer -> StandardCatalog.CATALOG.of(layer).golden());
        for (int sum = -700; sum <= 700; sum++) {
            int each = Math.floorDiv(sum, 6);
            int rest = Math.floorMod(sum, 6);
            int[] frame =
                    IntStream.range(0, 6).map(i -> each + (i < rest ? 1 : 0)).toArray();
            assertEquals((int) Math.rint(sum / 6.0), golden.run(frame)[0], "sum " + sum);
        }
    }
}
