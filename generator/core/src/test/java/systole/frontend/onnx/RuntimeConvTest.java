package systole.frontend.onnx;

import static systole.frontend.onnx.GraphBuilder.INT32;
import static systole.frontend.onnx.GraphBuilder.INT8;
import static systole.frontend.onnx.GraphBuilder.UINT8;
import static systole.frontend.onnx.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import systole.network.IntType;
import systole.network.Quantized;

/** Conv between DequantizeLinear and QuantizeLinear, and QLinearConv, against ONNX Runtime. */
@Tag("slow")
class RuntimeConvTest {
    private record Case(
            Quantized x,
            Quantized y,
            List<Integer> dims,
            List<Integer> weightDims,
            int[] weights,
            int weightType,
            float[] weightScales,
            int weightZero,
            int[] bias,
            List<AttributeProto> attributes) {}

    private static Case random(Chance chance) {
        IntType type = chance.type();
        boolean flat = chance.between(0, 5) == 0;
        int groups = chance.between(0, 2) == 0 ? chance.between(1, 4) : 1;
        int depth = chance.between(1, 3);
        int outputs = groups * chance.between(1, 3);
        int kernel = chance.between(1, 4);
        List<Integer> space = IntStream.range(0, flat ? 1 : 2)
                .mapToObj(i -> chance.between(7, 11))
                .toList();
        List<Integer> dims = new ArrayList<>(List.of(1, groups * depth));
        dims.addAll(space);
        List<Integer> weightDims = new ArrayList<>(List.of(outputs, depth));
        space.forEach(s -> weightDims.add(kernel));
        int size = weightDims.stream().reduce(1, (a, b) -> a * b);
        boolean unsigned = type.equals(IntType.UINT8) && chance.maybe();
        int channels = chance.maybe() ? outputs : 1;
        return new Case(
                chance.element(type),
                chance.element(type, 0.05, 2),
                dims,
                weightDims,
                chance.integers(size, unsigned ? 0 : -128, unsigned ? 255 : 127),
                unsigned ? UINT8 : INT8,
                chance.scales(channels, 0.001, 0.05),
                unsigned ? chance.between(100, 150) : 0,
                chance.maybe() ? chance.integers(outputs, -20000, 20000) : new int[0],
                attributes(chance, space.size(), kernel, groups));
    }

    private static List<AttributeProto> attributes(Chance chance, int spatial, int kernel, int groups) {
        List<AttributeProto> attributes = new ArrayList<>();
        attributes.add(attribute("group", groups));
        attributes.add(attribute("strides", chance.integers(spatial, 1, 3)));
        int pick = chance.between(0, 4);
        if (pick == 0) {
            attributes.add(attribute("auto_pad", "SAME_UPPER"));
        } else if (pick == 1) {
            attributes.add(attribute("auto_pad", "SAME_LOWER"));
        } else if (pick == 2) {
            attributes.add(attribute("pads", chance.integers(2 * spatial, 0, kernel)));
            attributes.add(attribute("dilations", chance.integers(spatial, 1, 2)));
        }
        return attributes;
    }

    private static byte[] qdq(Case c) {
        GraphBuilder g = new GraphBuilder();
        g.input("x", GraphBuilder.type(c.x.type()), ints(c.dims));
        g.dequantize("x", "xf", c.x);
        List<String> inputs = new ArrayList<>(List.of("xf", "wf"));
        int[] zeros = new int[c.weightScales.length];
        java.util.Arrays.fill(zeros, c.weightZero);
        boolean single = zeros.length == 1;
        List<Integer> dims = single ? List.of() : List.of(zeros.length);
        AttributeProto axis = attribute("axis", 0);
        g.node(
                "DequantizeLinear",
                "wf",
                List.of(
                        g.constant(c.weightType, c.weightDims, c.weights),
                        g.reals(dims, c.weightScales),
                        g.constant(c.weightType, dims, zeros)),
                axis);
        if (c.bias.length > 0) {
            float[] scales = c.weightScales.clone();
            for (int i = 0; i < scales.length; i++) {
                scales[i] *= (float) c.x.scale();
            }
            g.node(
                    "DequantizeLinear",
                    "bf",
                    List.of(g.constant(INT32, List.of(c.bias.length), c.bias), g.reals(dims, scales)),
                    axis);
            inputs.add("bf");
        }
        g.node("Conv", "yf", inputs, c.attributes.toArray(AttributeProto[]::new));
        return g.quantize("yf", "y", c.y)
                .output("y", GraphBuilder.type(c.y.type()))
                .bytes();
    }

    private static byte[] linear(Case c) {
        GraphBuilder g = new GraphBuilder();
        g.input("x", GraphBuilder.type(c.x.type()), ints(c.dims));
        int[] zeros = new int[c.weightScales.length];
        java.util.Arrays.fill(zeros, c.weightZero);
        List<Integer> dims = zeros.length == 1 ? List.of() : List.of(zeros.length);
        List<String> inputs = new ArrayList<>(List.of(
                "x",
                g.scale(c.x),
                g.zero(c.x),
                g.constant(c.weightType, c.weightDims, c.weights),
                g.reals(dims, c.weightScales),
                g.constant(c.weightType, dims, zeros),
                g.scale(c.y),
                g.zero(c.y)));
        if (c.bias.length > 0) {
            inputs.add(g.constant(INT32, List.of(c.bias.length), c.bias));
        }
        g.node("QLinearConv", "y", inputs, c.attributes.toArray(AttributeProto[]::new));
        return g.output("y", GraphBuilder.type(c.y.type())).bytes();
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(i -> i).toArray();
    }

    @Test
    void convolutionsBetweenQuantizers() {
        Chance chance = new Chance(1);
        for (int i = 0; i < Comparison.CASES; i++) {
            Comparison.equal("case " + i, qdq(random(chance)), chance.random(), 3);
        }
    }

    @Test
    void linearConvolutions() {
        Chance chance = new Chance(2);
        for (int i = 0; i < Comparison.CASES; i++) {
            Comparison.equal("case " + i, linear(random(chance)), chance.random(), 3);
        }
    }
}
