package systole.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static systole.frontend.onnx.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systole.diagnostic.RefusedException;
import systole.network.IntType;
import systole.network.Quantized;

/** Operators on single elements, and on pairs of them, against ONNX Runtime: all values, and pairs of all sorts. */
@Tag("slow")
class RuntimeElementTest {
    private static byte[] qdq(String operator, Chance chance, AttributeProto... attributes) {
        IntType type = chance.type();
        Quantized x = chance.element(type, 0.002, 0.2);
        Quantized y = chance.element(type, 0.002, 0.2);
        GraphBuilder g = new GraphBuilder(21).input("x", GraphBuilder.type(type), 1, chance.between(250, 300));
        List<String> inputs = new ArrayList<>(List.of("xf"));
        if (operator.equals("Clip")) {
            inputs.add(g.real(chance.between(-3, 0) / 2.0));
            inputs.add(g.real(chance.between(1, 12) / 2.0));
        }
        return g.dequantize("x", "xf", x)
                .node(operator, "yf", inputs, attributes)
                .quantize("yf", "y", y)
                .output("y", GraphBuilder.type(type))
                .bytes();
    }

    private static byte[] linear(String operator, Chance chance, AttributeProto... attributes) {
        IntType type = chance.type();
        Quantized x = chance.element(type, 0.002, 0.2);
        Quantized y = chance.element(type, 0.002, 0.2);
        GraphBuilder g = new GraphBuilder().input("x", GraphBuilder.type(type), 1, chance.between(250, 300));
        List<String> inputs = List.of("x", g.scale(x), g.zero(x), g.scale(y), g.zero(y));
        return g.node("com.microsoft", operator, "y", inputs, attributes)
                .output("y", GraphBuilder.type(type))
                .bytes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Relu", "Sigmoid", "Tanh", "HardSwish", "HardSigmoid", "LeakyRelu", "Clip", "Identity"})
    void functionsBetweenQuantizers(String operator) {
        Chance chance = new Chance(operator.hashCode());
        for (int i = 0; i < Comparison.CASES; i++) {
            float alpha = chance.between(1, 30) / 64f;
            AttributeProto[] attributes = operator.equals("LeakyRelu") || operator.equals("HardSigmoid")
                    ? new AttributeProto[] {attribute("alpha", alpha)}
                    : new AttributeProto[0];
            Comparison.equal(operator + " " + i, qdq(operator, chance, attributes), chance.random(), 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"QLinearSigmoid", "QLinearLeakyRelu"})
    void linearFunctions(String operator) {
        Chance chance = new Chance(operator.hashCode());
        for (int i = 0; i < Comparison.CASES; i++) {
            AttributeProto[] attributes = operator.equals("QLinearLeakyRelu")
                    ? new AttributeProto[] {attribute("alpha", 0.3f)}
                    : new AttributeProto[0];
            Comparison.equal(operator + " " + i, linear(operator, chance, attributes), chance.random(), 1);
        }
    }

    private static byte[] pair(String operator, Chance chance) {
        boolean linear = operator.startsWith("Q");
        IntType type = chance.type();
        Quantized x = chance.element(type, 0.01, 0.2);
        Quantized a = chance.element(type, 0.01, 0.2);
        Quantized y = chance.element(type, 0.01, operator.endsWith("Mul") ? 0.1 : 0.4);
        GraphBuilder g = new GraphBuilder().input("x", GraphBuilder.type(type), 1, 1, 7, chance.between(140, 160));
        // The other operand is the frame turned over, by a table, so that pairs of all sorts meet.
        g.dequantize("x", "xf", x).node("LeakyRelu", "lf", List.of("xf"), attribute("alpha", -0.7f));
        g.quantize("lf", "a", a);
        if (linear) {
            List<String> inputs =
                    List.of("x", g.scale(x), g.zero(x), "a", g.scale(a), g.zero(a), g.scale(y), g.zero(y));
            g.node("com.microsoft", operator, "y", inputs);
        } else {
            g.dequantize("a", "af", a).node(operator, "yf", List.of("xf", "af")).quantize("yf", "y", y);
        }
        return g.output("y", GraphBuilder.type(type)).bytes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Add", "QLinearAdd", "Sub", "Mul", "QLinearMul", "Max", "Min"})
    void pairs(String operator) {
        Chance chance = new Chance(operator.hashCode());
        int refused = 0;
        for (int i = 0; i < Comparison.CASES; i++) {
            byte[] model = pair(operator, chance);
            try {
                Comparison.equal(operator + " " + i, model, chance.random(), 2);
            } catch (RefusedException e) {
                refused++;
            }
        }
        assertTrue(refused < Comparison.CASES / 20, refused + " refused");
    }

    /** Some dimensions of an image, or all of them, or a single number. */
    private static List<Integer> dims(Chance chance, List<Integer> image) {
        return switch (chance.between(0, 6)) {
            case 0 -> List.of();
            case 1 -> List.of(image.get(1), 1, 1);
            case 2 -> List.of(1, image.get(1), 1, 1);
            case 3 -> List.of(image.get(3));
            case 4 -> List.of(1, image.get(2), 1);
            default -> image;
        };
    }

    private static String quantized(GraphBuilder g, Chance chance, Quantized element, List<Integer> dims) {
        int size = dims.stream().reduce(1, (a, b) -> a * b);
        IntType type = element.type();
        return g.constant(GraphBuilder.type(type), dims, chance.integers(size, type.min(), type.max()));
    }

    private static byte[] withConstant(String operator, Chance chance) {
        boolean linear = operator.startsWith("Q");
        IntType type = chance.type();
        Quantized x = chance.element(type, 0.01, 0.2);
        Quantized c = chance.element(type, 0.01, 0.2);
        Quantized y = chance.element(type, 0.01, operator.endsWith("Mul") ? 0.1 : 0.4);
        List<Integer> image = List.of(1, chance.between(1, 4), chance.between(1, 5), chance.between(1, 40));
        GraphBuilder g = new GraphBuilder()
                .input(
                        "x",
                        GraphBuilder.type(type),
                        image.stream().mapToInt(d -> d).toArray());
        String constant = quantized(g, chance, c, dims(chance, image));
        boolean first = chance.maybe();
        if (linear) {
            List<String> flow = List.of("x", g.scale(x), g.zero(x));
            List<String> known = List.of(constant, g.scale(c), g.zero(c));
            List<String> inputs = new ArrayList<>(first ? known : flow);
            inputs.addAll(first ? flow : known);
            inputs.addAll(List.of(g.scale(y), g.zero(y)));
            g.node("com.microsoft", operator, "y", inputs);
        } else {
            g.dequantize("x", "xf", x).dequantize(constant, "cf", c);
            g.node(operator, "yf", first ? List.of("cf", "xf") : List.of("xf", "cf"))
                    .quantize("yf", "y", y);
        }
        return g.output("y", GraphBuilder.type(type)).bytes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Add", "QLinearAdd", "Sub", "Mul", "QLinearMul", "Max", "Min"})
    void constants(String operator) {
        Chance chance = new Chance(7 + operator.hashCode());
        int refused = 0;
        for (int i = 0; i < 4 * Comparison.CASES; i++) {
            byte[] model = withConstant(operator, chance);
            try {
                Comparison.equal(operator + " " + i, model, chance.random(), 2);
            } catch (RefusedException e) {
                refused++;
            }
        }
        assertTrue(refused < Comparison.CASES / 5, refused + " refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Add", "Sub", "Mul", "PRelu"})
    void constantsOfRealNumbers(String operator) {
        Chance chance = new Chance(9 + operator.hashCode());
        for (int i = 0; i < 4 * Comparison.CASES; i++) {
            IntType type = chance.type();
            Quantized x = chance.element(type, 0.01, 0.2);
            Quantized y = chance.element(type, 0.01, 0.4);
            int channels = chance.between(1, 6);
            GraphBuilder g =
                    new GraphBuilder().input("x", GraphBuilder.type(type), 1, channels, 3, chance.between(80, 100));
            List<Integer> dims = chance.maybe() ? List.of(channels, 1, 1) : List.of(1);
            float[] values = new float[dims.get(0)];
            for (int v = 0; v < values.length; v++) {
                values[v] = chance.between(-100, 100) / 64f * (chance.maybe() ? 1 : 0.3f);
            }
            String constant = g.reals(dims, values);
            boolean first = !operator.equals("PRelu") && chance.maybe();
            g.dequantize("x", "xf", x)
                    .node(operator, "yf", first ? List.of(constant, "xf") : List.of("xf", constant))
                    .quantize("yf", "y", y)
                    .output("y", GraphBuilder.type(type));
            Comparison.equal(operator + " " + i, g.bytes(), chance.random(), 2);
        }
    }
}
