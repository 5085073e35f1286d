package systole.frontend.onnx;

import static systole.frontend.onnx.GraphBuilder.FLOAT;
import static systole.frontend.onnx.GraphBuilder.INT8;
import static systole.frontend.onnx.GraphBuilder.UINT8;
import static systole.frontend.onnx.GraphBuilder.attribute;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import systole.network.IntType;
import systole.network.Quantized;

/** What exporters write around convolutions and matrix products, against ONNX Runtime with its default options. */
@Tag("slow")
class RuntimeExportersTest {
    private static final int CHANNELS = 3;

    private final Chance chance = new Chance(61);
    private GraphBuilder g = new GraphBuilder();
    private int count;

    private Quantized element(IntType type) {
        return chance.element(type, 0.01, 0.06);
    }

    /** A pair of quantizers; the real numbers behind it. */
    private String pair(String real, Quantized element) {
        String name = "q" + count++;
        g.quantize(real, name, element).dequantize(name, name + "f", element);
        return name + "f";
    }

    private String input(Quantized element) {
        g = new GraphBuilder();
        g.input("x", FLOAT, 1, CHANNELS, chance.between(8, 9), chance.between(8, 9));
        return pair("x", element);
    }

    private int outputs(int least) {
        return chance.between(least, 5);
    }

    /** Weights from real numbers, which a Clip keeps within a number of bits. */
    private String clipped(int outputs, int kernel, int bits) {
        boolean single = chance.maybe();
        List<Integer> dims = List.of(outputs, CHANNELS, kernel, kernel);
        int size = outputs * CHANNELS * kernel * kernel;
        float[] reals = new float[size];
        for (int i = 0; i < size; i++) {
            reals[i] = (float) chance.random().nextGaussian();
        }
        String scale =
                single ? g.real(chance.scale(0.01, 0.3)) : g.reals(List.of(outputs), chance.scales(outputs, 0.01, 0.3));
        String zero = g.constant(INT8, single ? List.of() : List.of(outputs), new int[single ? 1 : outputs]);
        String name = "w" + count++;
        int most = (1 << (bits - 1)) - 1;
        int least = chance.maybe() ? -most : -most - 1;
        g.node("QuantizeLinear", name, List.of(g.reals(dims, reals), scale, zero), attribute("axis", 0));
        g.node(
                "Clip",
                name + "c",
                List.of(name, g.constant(INT8, List.of(), least), g.constant(INT8, List.of(), most)));
        g.node("DequantizeLinear", name + "f", List.of(name + "c", scale, zero), attribute("axis", 0));
        return name + "f";
    }

    private String conv(String from, int outputs, boolean biased) {
        List<String> inputs =
                new ArrayList<>(List.of(from, clipped(outputs, chance.between(1, 3), chance.between(2, 8))));
        if (biased) {
            float[] bias = new float[outputs];
            for (int i = 0; i < outputs; i++) {
                bias[i] = (float) chance.random().nextGaussian();
            }
            inputs.add(g.reals(List.of(outputs), bias));
        }
        String name = "c" + count++;
        g.node("Conv", name, inputs);
        return name;
    }

    private byte[] end(String real, Quantized element) {
        String name = pair(real, element);
        return g.output(name, FLOAT).bytes();
    }

    /** The integers behind the last quantizer, which the runtime gives as real numbers. */
    private void compare(int i, byte[] file) {
        Comparison.equalByDefault("case " + i, file, chance.random(), 3);
    }

    @Test
    void clippedWeightsAndFloatBiases() {
        for (int i = 0; i < Comparison.CASES; i++) {
            String from = input(element(chance.type()));
            compare(i, end(conv(from, outputs(1), chance.maybe()), chance.element(chance.type(), 0.1, 1)));
        }
    }

    @Test
    void pairsInARow() {
        for (int i = 0; i < Comparison.CASES; i++) {
            IntType type = IntType.UINT8;
            String from = input(element(type));
            if (chance.maybe()) {
                from = pair(from, element(type));
            }
            String inner = pair(conv(from, CHANNELS, false), chance.element(type, 0.1, 0.5));
            int more = chance.between(0, 2);
            for (int j = 0; j < more; j++) {
                inner = pair(inner, chance.element(chance.between(0, 4) == 0 ? IntType.INT8 : type, 0.1, 0.5));
            }
            compare(i, end(conv(inner, outputs(1), false), chance.element(type, 0.2, 1)));
        }
    }

    @Test
    void clippedActivations() {
        for (int i = 0; i < Comparison.CASES; i++) {
            g = new GraphBuilder();
            Quantized x = element(IntType.UINT8);
            g.input("x", FLOAT, 1, CHANNELS, 5, 5).quantize("x", "q", x);
            int least = chance.between(0, 100);
            int most = chance.between(100, 255);
            List<String> limits = List.of("q", g.constant(UINT8, List.of(), least), g.constant(UINT8, List.of(), most));
            g.node("Clip", "qc", limits).dequantize("qc", "qf", x);
            compare(i, end(conv("qf", outputs(1), chance.maybe()), chance.element(IntType.UINT8, 0.1, 1)));
        }
    }
}
