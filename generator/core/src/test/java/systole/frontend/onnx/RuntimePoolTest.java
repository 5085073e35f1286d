package systole.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static systole.frontend.onnx.GraphBuilder.INT64;
import static systole.frontend.onnx.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systole.diagnostic.RefusedException;
import systole.network.IntType;
import systole.network.Quantized;

/** Pooling, joining, padding, enlarging and the like against ONNX Runtime. */
@Tag("slow")
class RuntimePoolTest {
    private static GraphBuilder input(Chance chance, IntType type, int channels) {
        return new GraphBuilder()
                .input("x", GraphBuilder.type(type), 1, channels, chance.between(4, 9), chance.between(4, 9));
    }

    private static byte[] done(GraphBuilder g, Quantized y) {
        return g.quantize("yf", "y", y).output("y", GraphBuilder.type(y.type())).bytes();
    }

    @Test
    void maxPool() {
        Chance chance = new Chance(21);
        for (int i = 0; i < Comparison.CASES; i++) {
            Quantized x = chance.element(chance.type());
            Quantized y = chance.maybe() ? x : chance.element(x.type());
            GraphBuilder g = input(chance, x.type(), chance.between(1, 5)).dequantize("x", "xf", x);
            int kernel = chance.between(1, 4);
            List<AttributeProto> attributes = new ArrayList<>(
                    List.of(attribute("kernel_shape", kernel, kernel), attribute("strides", chance.integers(2, 1, 3))));
            if (chance.maybe()) {
                attributes.add(attribute("pads", chance.integers(4, 0, kernel - 1)));
            }
            g.node("MaxPool", "yf", List.of("xf"), attributes.toArray(AttributeProto[]::new));
            Comparison.equal("case " + i, done(g, y), chance.random(), 2);
        }
    }

    @Test
    void maxPoolOfIntegers() {
        Chance chance = new Chance(22);
        for (int i = 0; i < Comparison.CASES; i++) {
            IntType type = chance.type();
            GraphBuilder g = input(chance, type, chance.between(1, 5));
            g.node("MaxPool", "y", List.of("x"), attribute("kernel_shape", 2, 3), attribute("strides", 2, 1));
            Comparison.equal("case " + i, g.output("y", GraphBuilder.type(type)).bytes(), chance.random(), 2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void globalAveragePool(boolean linear) {
        Chance chance = new Chance(linear ? 23 : 24);
        for (int i = 0; i < Comparison.CASES; i++) {
            Quantized x = chance.element(chance.type());
            Quantized y = chance.element(x.type());
            GraphBuilder g = input(chance, x.type(), chance.between(1, 20));
            if (linear) {
                List<String> inputs = List.of("x", g.scale(x), g.zero(x), g.scale(y), g.zero(y));
                g.node("com.microsoft", "QLinearGlobalAveragePool", "y", inputs)
                        .output("y", GraphBuilder.type(y.type()));
                Comparison.equal("case " + i, g.bytes(), chance.random(), 8);
            } else {
                g.dequantize("x", "xf", x).node("GlobalAveragePool", "yf", List.of("xf"));
                Comparison.equal("case " + i, done(g, y), chance.random(), 8);
            }
        }
    }

    /** Some scales make the runtime's result depend on its order of summation; these are refused. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void averagePool(boolean linear) {
        Chance chance = new Chance(linear ? 31 : 32);
        int read = 0;
        for (int i = 0; i < 2 * Comparison.CASES; i++) {
            Quantized x = chance.element(chance.type());
            Quantized y = chance.element(x.type());
            int kernel = chance.between(1, 3);
            List<AttributeProto> attributes = new ArrayList<>(
                    List.of(attribute("kernel_shape", kernel, 2), attribute("strides", chance.integers(2, 1, 3))));
            if (chance.maybe() && kernel > 1) {
                attributes.add(attribute("pads", chance.integers(4, 0, 1)));
                attributes.add(attribute("count_include_pad", 1));
            }
            GraphBuilder g = input(chance, x.type(), chance.between(1, 5));
            AttributeProto[] all = attributes.toArray(AttributeProto[]::new);
            if (linear) {
                List<String> inputs = List.of("x", g.scale(x), g.zero(x), g.scale(y), g.zero(y));
                g.node("com.microsoft", "QLinearAveragePool", "y", inputs, all)
                        .output("y", GraphBuilder.type(y.type()));
            } else {
                g.dequantize("x", "xf", x).node("AveragePool", "yf", List.of("xf"), all);
            }
            byte[] model = linear ? g.bytes() : done(g, y);
            try {
                Comparison.equal("case " + i, model, chance.random(), 12);
                read++;
            } catch (RefusedException e) {
                assertTrue(e.getMessage().contains("depends on the order"), e.getMessage());
            }
        }
        int enough = read;
        assertTrue(read > Comparison.CASES, () -> enough + " of " + 2 * Comparison.CASES + " were read");
    }

    /** A window that is the whole image, which the runtime computes from a sum of integers. Ties occur. */
    @Test
    void meanOfAWindowThatIsTheImage() {
        Chance chance = new Chance(36);
        for (int i = 0; i < Comparison.CASES; i++) {
            IntType type = chance.type();
            Quantized x = chance.element(type, 0.02, 0.1);
            Quantized y = chance.maybe() ? x : chance.element(type, 0.02, 0.1);
            int height = chance.between(1, 4);
            int width = chance.between(2, 4);
            GraphBuilder g = new GraphBuilder()
                    .input("x", GraphBuilder.type(type), 1, chance.between(1, 5), height, width)
                    .dequantize("x", "xf", x);
            g.node("AveragePool", "yf", List.of("xf"), attribute("kernel_shape", height, width));
            Comparison.equal("case " + i, done(g, y), chance.random(), 12);
        }
    }

    /** The runtime's order of summation is not known; few scales allow any. */
    @Test
    void meanOverHeightAndWidth() {
        Chance chance = new Chance(35);
        int read = 0;
        for (int i = 0; i < 2 * Comparison.CASES; i++) {
            IntType type = chance.type();
            float scale = (float) Math.scalb(1.0, -chance.between(2, 7));
            Quantized x = new Quantized(type, chance.maybe() ? scale : chance.scale(0.01, 0.1), type.min());
            Quantized y = chance.element(type);
            GraphBuilder g = input(chance, type, chance.between(1, 5)).dequantize("x", "xf", x);
            g.node("ReduceMean", "yf", List.of("xf"), attribute("axes", 2, 3), attribute("keepdims", i % 2));
            try {
                Comparison.equal("case " + i, done(g, y), chance.random(), 12);
                read++;
            } catch (RefusedException e) {
                assertTrue(e.getMessage().contains("depends on the order"), e.getMessage());
            }
        }
        int enough = read;
        assertTrue(read > Comparison.CASES / 2, () -> enough + " of " + 2 * Comparison.CASES + " were read");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void concat(boolean linear) {
        Chance chance = new Chance(linear ? 25 : 26);
        for (int i = 0; i < Comparison.CASES; i++) {
            Quantized x = chance.element(chance.type());
            Quantized a = chance.element(x.type());
            Quantized y = chance.maybe() ? x : chance.element(x.type());
            int axis = chance.between(1, 3);
            GraphBuilder g = input(chance, x.type(), chance.between(1, 6));
            g.dequantize("x", "xf", x).node("Relu", "rf", List.of("xf")).quantize("rf", "a", a);
            if (linear) {
                List<String> inputs =
                        List.of(g.scale(y), g.zero(y), "x", g.scale(x), g.zero(x), "a", g.scale(a), g.zero(a));
                g.node("com.microsoft", "QLinearConcat", "y", inputs, attribute("axis", axis))
                        .output("y", GraphBuilder.type(y.type()));
                Comparison.equal("case " + i, g.bytes(), chance.random(), 2);
            } else {
                g.dequantize("a", "af", a).node("Concat", "yf", List.of("xf", "af"), attribute("axis", axis));
                Comparison.equal("case " + i, done(g, y), chance.random(), 2);
            }
        }
    }

    @Test
    void pad() {
        Chance chance = new Chance(27);
        for (int i = 0; i < Comparison.CASES; i++) {
            Quantized x = chance.element(chance.type());
            Quantized y = chance.maybe() ? x : chance.element(x.type());
            GraphBuilder g = input(chance, x.type(), chance.between(1, 4)).dequantize("x", "xf", x);
            int[] sides = chance.integers(8, 0, 3);
            for (int d : List.of(0, 1, 4, 5)) {
                sides[d] = 0;
            }
            List<String> inputs = new ArrayList<>(List.of("xf", g.constant(INT64, List.of(8), sides)));
            if (chance.maybe()) {
                inputs.add(g.real(chance.between(-9, 9) / 8.0));
            }
            g.node("Pad", "yf", inputs);
            Comparison.equal("case " + i, done(g, y), chance.random(), 2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void resize(boolean halfPixel) {
        Chance chance = new Chance(28);
        for (int i = 0; i < Comparison.CASES; i++) {
            Quantized x = chance.element(chance.type());
            GraphBuilder g = input(chance, x.type(), chance.between(1, 4)).dequantize("x", "xf", x);
            String scales = g.reals(List.of(4), 1, 1, chance.between(1, 4), chance.between(1, 4));
            g.node(
                    "Resize",
                    "yf",
                    List.of("xf", "", scales),
                    attribute("mode", "nearest"),
                    attribute("coordinate_transformation_mode", halfPixel ? "half_pixel" : "asymmetric"),
                    attribute("nearest_mode", halfPixel ? "round_prefer_floor" : "floor"));
            Comparison.equal("case " + i, done(g, chance.element(x.type())), chance.random(), 2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void constantSums(boolean image) {
        Chance chance = new Chance(image ? 33 : 34);
        for (int i = 0; i < Comparison.CASES; i++) {
            Quantized x = chance.element(chance.type());
            Quantized c = chance.element(x.type());
            int channels = chance.between(2, 9);
            int[] values = chance.integers(channels, x.type().min(), x.type().max());
            GraphBuilder g = image
                    ? input(chance, x.type(), channels)
                    : new GraphBuilder().input("x", GraphBuilder.type(x.type()), 1, channels);
            List<Integer> dims = image ? List.of(1, channels, 1, 1) : List.of(channels);
            g.dequantize("x", "xf", x).dequantize(g.constant(GraphBuilder.type(c.type()), dims, values), "cf", c);
            g.node("Add", "yf", List.of("xf", "cf"));
            Comparison.equal("case " + i, done(g, chance.element(x.type())), chance.random(), 20);
        }
    }

    @Test
    void argMax() {
        Chance chance = new Chance(29);
        for (int i = 0; i < Comparison.CASES; i++) {
            Quantized x = chance.element(chance.type());
            GraphBuilder g = input(chance, x.type(), chance.between(2, 12)).dequantize("x", "xf", x);
            g.node("ArgMax", "y", List.of("xf"), attribute("axis", 1), attribute("keepdims", chance.between(0, 1)));
            Comparison.equal("case " + i, g.output("y", INT64).bytes(), chance.random(), 2);
        }
    }

    /** Whatever is done with dimensions, the elements come out as the runtime has them. */
    @Test
    void dimensions() {
        Chance chance = new Chance(30);
        int read = 0;
        for (int i = 0; i < Comparison.CASES; i++) {
            Quantized x = chance.element(chance.type());
            GraphBuilder g = new GraphBuilder().input("x", GraphBuilder.type(x.type()), 1, 6, 4, 8);
            g.dequantize("x", "f0", x);
            int steps = chance.between(1, 5);
            int[] dims = {1, 6, 4, 8};
            for (int step = 0; step < steps; step++) {
                dims = step(g, chance, "f" + step, "f" + (step + 1), dims);
            }
            g.node("Identity", "yf", List.of("f" + steps));
            try {
                Comparison.equal("case " + i, done(g, chance.element(x.type())), chance.random(), 1);
                read++;
            } catch (RefusedException e) {
                assertTrue(e.getMessage().contains("would have to be put in another order"), e.getMessage());
            }
        }
        assertTrue(read > Comparison.CASES / 2, () -> "too many are refused");
    }

    private static int[] step(GraphBuilder g, Chance chance, String from, String to, int... dims) {
        if (chance.maybe() && dims.length == 4) {
            int[] order = chance.maybe() ? new int[] {0, 2, 3, 1} : new int[] {0, 3, 1, 2};
            g.node("Transpose", to, List.of(from), attribute("perm", order));
            return Arrays.stream(order).map(d -> dims[d]).toArray();
        }
        int[][] shapes = {{1, 192}, {1, 6, 4, 8}, {1, 4, 8, 6}, {1, 12, 2, 8}, {1, 6, 32}, {1, 24, 8}};
        int[] shape = shapes[chance.between(0, shapes.length - 1)];
        g.node("Reshape", to, List.of(from, g.constant(INT64, List.of(shape.length), shape)));
        return shape;
    }
}
