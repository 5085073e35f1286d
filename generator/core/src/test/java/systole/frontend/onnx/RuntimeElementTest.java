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
}
