package systole.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static systole.frontend.onnx.GraphBuilder.FLOAT;
import static systole.frontend.onnx.GraphBuilder.INT64;
import static systole.frontend.onnx.GraphBuilder.INT8;
import static systole.frontend.onnx.GraphBuilder.attribute;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import systole.catalog.StandardCatalog;
import systole.golden.GoldenModel;
import systole.network.IntType;
import systole.network.Quantized;
import systole.rim.Head;
import systole.rim.Tail;

/** Real numbers in front of the first quantizer and behind the last dequantizer, against ONNX Runtime. */
@Tag("slow")
class RuntimeRimTest {
    private final Chance chance = new Chance(71);

    private float[] reals(int size, double spread) {
        float[] reals = new float[size];
        for (int i = 0; i < size; i++) {
            reals[i] = (float) (chance.random().nextGaussian() * spread);
        }
        return reals;
    }

    /** Channels last, scaled for each channel, and classified. */
    private byte[] model(int height, int width, int channels) {
        GraphBuilder g = new GraphBuilder().input("x", FLOAT, 1, height, width, channels);
        String from = "x";
        boolean early = chance.maybe();
        if (early) {
            g.node("Sub", "s", List.of(from, g.reals(List.of(channels), reals(channels, 1))));
            from = "s";
        }
        g.node("Transpose", "t", List.of(from), attribute("perm", 0, 3, 1, 2));
        from = "t";
        for (int i = chance.between(0, 3); i > 0; i--) {
            String operator = List.of("Add", "Sub", "Mul", "Div").get(chance.between(0, 3));
            boolean all = chance.maybe();
            String constant = all
                    ? g.real(chance.scale(0.5, 2))
                    : g.reals(List.of(1, channels, 1, 1), chance.scales(channels, 0.5, 2));
            List<String> inputs = new ArrayList<>(List.of(from, constant));
            if (operator.equals("Sub") && chance.maybe()) {
                java.util.Collections.reverse(inputs);
            }
            g.node(operator, "h" + i, inputs);
            from = "h" + i;
        }
        Quantized x = chance.element(IntType.UINT8, 0.01, 0.04);
        g.quantize(from, "q", x).dequantize("q", "d", x);
        int classes = chance.between(2, 6);
        int[] weights = chance.integers(classes * channels, -127, 127);
        String w = g.constant(INT8, List.of(classes, channels, 1, 1), weights);
        g.node("DequantizeLinear", "wf", List.of(w, g.real(0.01), g.constant(INT8, List.of(), 0)));
        g.node("Conv", "c", List.of("d", "wf"));
        Quantized y = chance.element(IntType.UINT8, 0.05, 0.1);
        g.quantize("c", "cq", y).dequantize("cq", "cd", y);
        g.node("Transpose", "ct", List.of("cd"), attribute("perm", 0, 2, 3, 1));
        g.node("Reshape", "r", List.of("ct", g.constant(INT64, List.of(2), height * width, classes)));
        String last = List.of("Softmax", "LogSoftmax", "Sigmoid", "Mul").get(chance.between(0, 3));
        g.node(last, "y", last.equals("Mul") ? List.of("r", g.real(0.3)) : List.of("r"));
        return g.output("y", FLOAT).bytes();
    }

    @Test
    void framesAndResultsOfRealNumbers() {
        for (int i = 0; i < Comparison.CASES; i++) {
            int height = chance.between(1, 4);
            int width = chance.between(2, 4);
            int channels = chance.between(2, 4);
            byte[] file = model(height, width, channels);
            OnnxModel model = new OnnxReader(note -> {}).read(file, "m", "case " + i);
            GoldenModel golden = new GoldenModel(
                    model.network(), layer -> StandardCatalog.CATALOG.of(layer).golden());
            Head head = model.rim().head(0).orElseThrow();
            Tail tail = model.rim().tail(0).orElseThrow();
            assertEquals(List.of(height, width, channels), model.in().port().dims());
            try (OnnxRuntime runtime = new OnnxRuntime(file, false, false)) {
                float[] frame = reals(height * width * channels, 2);
                float[] expected = runtime.reals(frame, new long[] {1, height, width, channels});
                float[] actual = tail.reals(golden.run(head.integers(frame))).values();
                assertEquals(expected.length, actual.length);
                for (int j = 0; j < actual.length; j++) {
                    String what = "case " + i + ": " + expected[j] + ", " + actual[j];
                    assertTrue(tail.isNear(expected[j], actual[j]), what);
                }
            }
        }
    }
}
