package systole.frontend.onnx;

import static systole.frontend.onnx.GraphBuilder.FLOAT;
import static systole.frontend.onnx.GraphBuilder.INT64;
import static systole.frontend.onnx.GraphBuilder.INT8;
import static systole.frontend.onnx.GraphBuilder.attribute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import systole.network.IntType;
import systole.network.Quantized;

/** Constants and shapes that the file computes, against ONNX Runtime. */
@Tag("slow")
class RuntimeFoldingTest {
    private static final Quantized X = new Quantized(IntType.UINT8, 0.02, 100);

    private final Chance chance = new Chance(51);
    private GraphBuilder g = new GraphBuilder();
    private int count;

    private String named(String operator, List<String> inputs, ai.onnx.proto.OnnxMl.AttributeProto... attributes) {
        String name = "v" + count++;
        g.node(operator, name, inputs, attributes);
        return name;
    }

    private String list(int... values) {
        return g.constant(INT64, List.of(values.length), values);
    }

    /** Applies an operator that moves elements to a constant, and changes its dimensions accordingly. */
    private String moved(String from, List<Integer> dims) {
        int axis = chance.between(0, dims.size() - 1);
        int size = dims.get(axis);
        switch (chance.between(0, 6)) {
            case 0 -> {
                List<Integer> order =
                        new ArrayList<>(IntStream.range(0, dims.size()).boxed().toList());
                Collections.shuffle(order, chance.random());
                List<Integer> old = List.copyOf(dims);
                for (int i = 0; i < order.size(); i++) {
                    dims.set(i, old.get(order.get(i)));
                }
                return named("Transpose", List.of(from), attribute("perm", ints(order)));
            }
            case 1 -> {
                Collections.shuffle(dims, chance.random());
                int[] shape = ints(dims);
                shape[axis] = -1;
                return named("Reshape", List.of(from, list(shape)));
            }
            case 2 -> {
                String wide = named("Unsqueeze", List.of(from, list(axis)));
                return named("Squeeze", List.of(wide, list(axis)));
            }
            case 3 -> {
                dims.set(axis, 2 * size);
                return named("Concat", List.of(from, named("Identity", List.of(from))), attribute("axis", axis));
            }
            case 4 -> {
                int start = chance.between(0, size - 1);
                boolean back = chance.maybe();
                int step = chance.between(1, 3);
                dims.set(axis, ((back ? start + 1 : size - start) + step - 1) / step);
                int end = back ? -size - 1 : chance.maybe() ? Integer.MAX_VALUE : size;
                return named(
                        "Slice",
                        List.of(from, list(start), list(end), list(axis - dims.size()), list(back ? -step : step)));
            }
            case 5 -> {
                int[] indices = chance.integers(chance.between(1, 5), -size, size - 1);
                dims.set(axis, indices.length);
                return named("Gather", List.of(from, list(indices)), attribute("axis", axis));
            }
            default -> {
                return named("Cast", List.of(named("Cast", List.of(from), to(FLOAT))), to(INT8));
            }
        }
    }

    private static ai.onnx.proto.OnnxMl.AttributeProto to(int type) {
        return attribute("to", type);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(i -> i).toArray();
    }

    private byte[] product(String weights, List<Integer> dims) {
        g.input("x", GraphBuilder.UINT8, 1, dims.get(0)).dequantize("x", "xf", X);
        g.node("MatMul", "yf", List.of("xf", weights));
        Quantized y = chance.element(IntType.UINT8, 0.5, 2);
        return g.quantize("yf", "y", y).output("y", GraphBuilder.UINT8).bytes();
    }

    private List<Integer> fresh() {
        g = new GraphBuilder();
        return new ArrayList<>(List.of(chance.between(2, 7), chance.between(2, 6)));
    }

    /** Weights whose integers are moved, and then once more behind their DequantizeLinear. */
    @Test
    void movedWeights() {
        for (int i = 0; i < Comparison.CASES; i++) {
            List<Integer> dims = fresh();
            String from = g.constant(INT8, dims, chance.integers(dims.get(0) * dims.get(1), -128, 127));
            for (int step = chance.between(1, 4); step > 0; step--) {
                from = moved(from, dims);
            }
            boolean turned = chance.maybe();
            int channels = dims.get(turned ? 0 : 1);
            boolean single = chance.maybe();
            List<Integer> scales = single ? List.of() : List.of(channels);
            int axis = turned ? 0 : 1;
            String weights = named(
                    "DequantizeLinear",
                    List.of(
                            from,
                            g.reals(scales, chance.scales(single ? 1 : channels, 0.001, 0.05)),
                            g.constant(INT8, scales, new int[single ? 1 : channels])),
                    attribute("axis", chance.maybe() ? axis : axis - 2));
            if (turned) {
                weights = named("Transpose", List.of(weights), attribute("perm", 1, 0));
                Collections.reverse(dims);
            }
            Comparison.equal("case " + i, product(weights, dims), chance.random(), 3);
        }
    }

    /** Weights of real numbers that are computed and then quantized. */
    @Test
    void computedWeights() {
        for (int i = 0; i < Comparison.CASES; i++) {
            List<Integer> dims = fresh();
            int size = dims.get(0) * dims.get(1);
            String from = g.reals(dims, chance.scales(size, 0.001, 3));
            for (int step = chance.between(1, 4); step > 0; step--) {
                String operator = List.of("Add", "Sub", "Mul", "Div").get(chance.between(0, 3));
                List<Integer> other = List.of(List.<Integer>of(), List.of(dims.get(1)), List.of(dims.get(0), 1), dims)
                        .get(chance.between(0, 3));
                int count = other.stream().reduce(1, (a, b) -> a * b);
                String constant = g.reals(other, chance.scales(count, 0.1, 3));
                boolean first = chance.maybe();
                from = named(operator, first ? List.of(from, constant) : List.of(constant, from));
            }
            from = named("Clip", List.of(from, g.real(-2.5), g.real(2.5)));
            Quantized w = new Quantized(IntType.INT8, chance.scale(0.005, 0.05), 0);
            g.quantize(from, "q", w).dequantize("q", "w", w);
            Comparison.equal("case " + i, product("w", dims), chance.random(), 3);
        }
    }

    /** A Flatten as exporters write it that take the batch from the shape of the input. */
    @Test
    void computedShapes() {
        for (int i = 0; i < Comparison.CASES; i++) {
            g = new GraphBuilder();
            int channels = chance.between(1, 4);
            int height = chance.between(1, 4);
            g.input("x", GraphBuilder.UINT8, 1, channels, height, 3).dequantize("x", "xf", X);
            String shape = named("Shape", List.of("xf"));
            String batch = chance.maybe()
                    ? named("Gather", List.of(shape, list(0)))
                    : named("Slice", List.of(shape, list(0), list(1), list(0)));
            String sides = named("Slice", List.of(shape, list(1), list(3), list(0)));
            String area = named("Mul", List.of(sides, named("Constant", List.of(), attribute("value_ints", 3, 1))));
            boolean open = chance.maybe();
            String rest = open
                    ? list(-1)
                    : named(
                            "Mul",
                            List.of(named("Gather", List.of(area, list(0))), named("Gather", List.of(area, list(1)))));
            String joined = named("Concat", List.of(batch, rest), attribute("axis", 0));
            g.node("Reshape", "r", List.of("xf", joined));
            Quantized y = chance.element(IntType.UINT8);
            g.quantize("r", "y", y).output("y", GraphBuilder.UINT8);
            Comparison.equal("case " + i, g.bytes(), chance.random(), 1);
        }
    }
}
