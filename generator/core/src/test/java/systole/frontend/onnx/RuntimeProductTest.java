package systole.frontend.onnx;

import static systole.frontend.onnx.GraphBuilder.INT32;
import static systole.frontend.onnx.GraphBuilder.INT8;
import static systole.frontend.onnx.GraphBuilder.UINT8;
import static systole.frontend.onnx.GraphBuilder.attribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import systole.network.IntType;
import systole.network.Quantized;

/** Gemm, MatMul, QGemm and QLinearMatMul against ONNX Runtime. */
@Tag("slow")
class RuntimeProductTest {
    /** @param weights [depth, channels] */
    private record Case(
            Quantized x,
            Quantized y,
            int depth,
            int channels,
            int[] weights,
            int weightType,
            float[] scales,
            int zero) {
        static Case random(Chance chance) {
            IntType type = chance.type();
            int depth = chance.between(1, 40);
            int channels = chance.between(1, 12);
            boolean unsigned = type.equals(IntType.UINT8) && chance.maybe();
            return new Case(
                    chance.element(type),
                    chance.element(type, 0.05, 2),
                    depth,
                    channels,
                    chance.integers(depth * channels, unsigned ? 0 : -128, unsigned ? 255 : 127),
                    unsigned ? UINT8 : INT8,
                    chance.scales(chance.maybe() ? channels : 1, 0.001, 0.05),
                    unsigned ? chance.between(100, 150) : 0);
        }

        List<Integer> scaleDims() {
            return scales.length == 1 ? List.of() : List.of(scales.length);
        }

        int[] zeros() {
            int[] zeros = new int[scales.length];
            Arrays.fill(zeros, zero);
            return zeros;
        }

        /** The weights, turned if need be; three names. */
        List<String> weights(GraphBuilder g, boolean turned) {
            int[] values = weights.clone();
            for (int i = 0; i < values.length && turned; i++) {
                values[i % channels * depth + i / channels] = weights[i];
            }
            List<Integer> dims = turned ? List.of(channels, depth) : List.of(depth, channels);
            return List.of(
                    g.constant(weightType, dims, values),
                    g.reals(scaleDims(), scales),
                    g.constant(weightType, scaleDims(), zeros()));
        }

        float[] biasScales() {
            float[] bias = scales.clone();
            for (int i = 0; i < bias.length; i++) {
                bias[i] *= (float) x.scale();
            }
            return bias;
        }
    }

    private static byte[] gemm(Case c, Chance chance) {
        boolean turned = chance.maybe();
        GraphBuilder g = new GraphBuilder().input("x", GraphBuilder.type(c.x.type()), 1, c.depth);
        g.dequantize("x", "xf", c.x);
        g.node("DequantizeLinear", "wf", c.weights(g, turned), attribute("axis", turned ? 0 : 1));
        List<String> inputs = new ArrayList<>(List.of("xf", "wf"));
        if (chance.maybe()) {
            String bias = g.constant(INT32, List.of(c.channels), chance.integers(c.channels, -9999, 9999));
            g.node(
                    "DequantizeLinear",
                    "bf",
                    List.of(bias, g.reals(c.scaleDims(), c.biasScales())),
                    attribute("axis", 0));
            inputs.add("bf");
        }
        g.node("Gemm", "yf", inputs, attribute("transB", turned ? 1 : 0));
        return g.quantize("yf", "y", c.y)
                .output("y", GraphBuilder.type(c.y.type()))
                .bytes();
    }

    private static byte[] matMul(Case c, int rows) {
        GraphBuilder g = new GraphBuilder();
        if (rows == 1) {
            g.input("x", GraphBuilder.type(c.x.type()), 1, c.depth);
        } else {
            g.input("x", GraphBuilder.type(c.x.type()), 1, rows, c.depth);
        }
        g.dequantize("x", "xf", c.x);
        g.node("DequantizeLinear", "wf", c.weights(g, false), attribute("axis", 1));
        g.node("MatMul", "yf", List.of("xf", "wf"));
        return g.quantize("yf", "y", c.y)
                .output("y", GraphBuilder.type(c.y.type()))
                .bytes();
    }

    private static byte[] linear(String operator, Case c, Chance chance) {
        boolean gemm = operator.equals("QGemm");
        boolean turned = gemm && chance.maybe();
        GraphBuilder g = new GraphBuilder().input("x", GraphBuilder.type(c.x.type()), 1, c.depth);
        List<String> inputs = new ArrayList<>(List.of("x", g.scale(c.x), g.zero(c.x)));
        inputs.addAll(c.weights(g, turned));
        if (gemm) {
            boolean biased = chance.maybe();
            inputs.add(biased ? g.constant(INT32, List.of(c.channels), chance.integers(c.channels, -9999, 9999)) : "");
        }
        inputs.addAll(List.of(g.scale(c.y), g.zero(c.y)));
        if (gemm) {
            g.node("com.microsoft", operator, "y", inputs, attribute("transB", turned ? 1 : 0));
        } else {
            g.node(operator, "y", inputs);
        }
        return g.output("y", GraphBuilder.type(c.y.type())).bytes();
    }

    @Test
    void gemmBetweenQuantizers() {
        Chance chance = new Chance(11);
        for (int i = 0; i < Comparison.CASES; i++) {
            Comparison.equal("case " + i, gemm(Case.random(chance), chance), chance.random(), 3);
        }
    }

    @Test
    void matMulBetweenQuantizers() {
        Chance chance = new Chance(12);
        for (int i = 0; i < Comparison.CASES; i++) {
            Comparison.equal("case " + i, matMul(Case.random(chance), chance.between(1, 5)), chance.random(), 3);
        }
    }

    @Test
    void linearGemm() {
        Chance chance = new Chance(13);
        for (int i = 0; i < Comparison.CASES; i++) {
            Comparison.equal("case " + i, linear("QGemm", Case.random(chance), chance), chance.random(), 3);
        }
    }

    @Test
    void linearMatMul() {
        Chance chance = new Chance(14);
        for (int i = 0; i < Comparison.CASES; i++) {
            Comparison.equal("case " + i, linear("QLinearMatMul", Case.random(chance), chance), chance.random(), 3);
        }
    }
}
