package systole.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static systole.frontend.onnx.GraphBuilder.INT64;
import static systole.frontend.onnx.GraphBuilder.INT8;
import static systole.frontend.onnx.GraphBuilder.UINT8;
import static systole.frontend.onnx.GraphBuilder.attribute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import systole.network.IntType;
import systole.network.Quantized;

/** Operators that move elements, cut tensors and join them again, and several inputs and outputs, against ONNX Runtime. */
@Tag("slow")
class RuntimeMovesTest {
    private static final Quantized X = new Quantized(IntType.UINT8, 0.02, 100);

    private final Chance chance = new Chance(61);
    private GraphBuilder g = new GraphBuilder();
    private int count;

    private String list(int... values) {
        return g.constant(INT64, List.of(values.length), values);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(i -> i).toArray();
    }

    private String node(String operator, List<String> inputs, ai.onnx.proto.OnnxMl.AttributeProto... attributes) {
        String name = "v" + count++;
        g.node(operator, name, inputs, attributes);
        return name;
    }

    /** Applies an operator that moves elements, and changes the dimensions accordingly. Dimension 0 is the batch of 1. */
    private String moved(String from, List<Integer> dims) {
        int axis = chance.between(1, dims.size() - 1);
        int size = dims.get(axis);
        switch (chance.between(0, 5)) {
            case 0 -> {
                List<Integer> order =
                        new ArrayList<>(IntStream.range(1, dims.size()).boxed().toList());
                Collections.shuffle(order, chance.random());
                order.add(0, 0);
                List<Integer> old = List.copyOf(dims);
                for (int i = 0; i < order.size(); i++) {
                    dims.set(i, old.get(order.get(i)));
                }
                return node("Transpose", List.of(from), attribute("perm", ints(order)));
            }
            case 1 -> {
                Collections.shuffle(dims.subList(1, dims.size()), chance.random());
                return node("Reshape", List.of(from, list(ints(dims))));
            }
            case 2 -> {
                int start = chance.between(0, size - 1);
                boolean back = chance.maybe();
                int step = chance.between(1, 3);
                dims.set(axis, ((back ? start + 1 : size - start) + step - 1) / step);
                int end = back ? -size - 1 : chance.maybe() ? Integer.MAX_VALUE : size;
                return node(
                        "Slice",
                        List.of(from, list(start), list(end), list(axis - dims.size()), list(back ? -step : step)));
            }
            case 3 -> {
                return split(from, dims, axis, chance.between(1, size));
            }
            case 4 -> {
                dims.set(axis, 2 * size);
                return node("Concat", List.of(from, node("Identity", List.of(from))), attribute("axis", axis));
            }
            default -> {
                return node("MaxPool", List.of(from), attribute("kernel_shape", 1, 1));
            }
        }
    }

    /** Two parts that are joined again in turned order, or one of them. */
    private String split(String from, List<Integer> dims, int axis, int first) {
        int rest = dims.get(axis) - first;
        if (rest == 0) {
            return from;
        }
        List<String> parts = List.of("v" + count++, "v" + count++);
        g.split(parts, from, list(first, rest), axis);
        if (chance.maybe()) {
            return node("Concat", List.of(parts.get(1), parts.get(0)), attribute("axis", axis));
        }
        dims.set(axis, rest);
        return parts.get(1);
    }

    private List<Integer> fresh() {
        g = new GraphBuilder();
        return new ArrayList<>(List.of(1, chance.between(1, 4), chance.between(2, 5), chance.between(2, 5)));
    }

    /** Any moves, and then a new scale or a convolution that reads the result as an image. */
    @Test
    void moves() {
        for (int i = 0; i < 4 * Comparison.CASES; i++) {
            List<Integer> dims = fresh();
            g.input("x", UINT8, ints(dims)).dequantize("x", "xf", X);
            String from = "xf";
            for (int step = chance.between(1, 5); step > 0; step--) {
                from = moved(from, dims);
            }
            Quantized y = chance.element(IntType.UINT8, 0.05, 0.5);
            if (chance.maybe()) {
                int channels = dims.get(1);
                String weights = g.constant(INT8, List.of(3, channels, 1, 1), chance.integers(3 * channels, -127, 127));
                g.node("DequantizeLinear", "wf", List.of(weights, g.real(0.01), g.constant(INT8, List.of(), 0)));
                g.quantize(from, "q", X).dequantize("q", "d", X);
                from = node("Conv", List.of("d", "wf"));
            }
            g.quantize(from, "y", y).output("y", UINT8);
            Comparison.equal("case " + i, g.bytes(), chance.random(), 2);
        }
    }

    /** Two inputs with types of their own, and outputs of different sizes. */
    @Test
    void severalInputsAndOutputs() {
        for (int i = 0; i < Comparison.CASES; i++) {
            g = new GraphBuilder();
            int channels = chance.between(1, 3);
            int side = chance.between(2, 5);
            Quantized a = chance.element(IntType.UINT8);
            Quantized b = chance.element(IntType.UINT8);
            g.input("left", UINT8, 1, channels, side, side).dequantize("left", "lf", a);
            g.input("right", UINT8, 1, channels, side, side).dequantize("right", "rf", b);
            Quantized sum = chance.element(IntType.UINT8, 0.1, 0.5);
            g.node("Add", "s", List.of("lf", "rf")).quantize("s", "sq", sum).dequantize("sq", "sf", sum);
            g.node("MaxPool", "p", List.of("lf"), attribute("kernel_shape", 2, 2))
                    .quantize("p", "pq", a);
            List<String> parts = List.of("u", "v");
            g.split(parts, "sf", list(1, side - 1), 2);
            g.quantize("u", "uq", sum).quantize("v", "vq", sum);
            List<String> outputs = new ArrayList<>(List.of("pq", "uq", "vq", "sq"));
            Collections.shuffle(outputs, chance.random());
            List<String> used = outputs.subList(0, chance.between(2, 4));
            used.forEach(output -> g.output(output, UINT8));
            if (!used.contains("uq") && !used.contains("vq") && !used.contains("sq")) {
                continue;
            }
            Comparison.equal("case " + i, g.bytes(), chance.random(), 2);
            OnnxModel model = new OnnxReader(note -> {}).read(g.bytes(), "m", "m.onnx");
            assertEquals(used.size(), model.out().ports().size());
        }
    }
}
