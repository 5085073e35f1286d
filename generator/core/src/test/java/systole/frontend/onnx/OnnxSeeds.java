package systole.frontend.onnx;

import static systole.frontend.onnx.GraphBuilder.INT32;
import static systole.frontend.onnx.GraphBuilder.INT64;
import static systole.frontend.onnx.GraphBuilder.INT8;
import static systole.frontend.onnx.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import systole.network.IntType;
import systole.network.Quantized;

/** Models to start fuzzing from: networks, and each operator that can be read by itself, in small. */
final class OnnxSeeds {
    private static final int SEEDS_OF_EACH = 4;
    private static final Quantized Q = new Quantized(IntType.INT8, 0.5, 3);
    private static final int[] IMAGE = {1, 4, 2, 2};

    private OnnxSeeds() {}

    static List<byte[]> all() {
        Stream<byte[]> networks = TypicalModels.ALL.values().stream()
                .flatMap(model -> LongStream.range(0, SEEDS_OF_EACH).mapToObj(seed -> model.apply(new Chance(seed))));
        return Stream.of(networks, functions(), pairs(), shapes(), linear(), integers())
                .flatMap(models -> models)
                .toList();
    }

    private static Stream<byte[]> functions() {
        AttributeProto kernel = attribute("kernel_shape", 2, 2);
        return Stream.concat(
                Stream.of("Relu", "Sigmoid", "Tanh", "HardSwish", "HardSigmoid", "LeakyRelu", "GlobalAveragePool")
                        .map(operator -> real(operator, g -> List.of())),
                Stream.of(
                        real("GlobalMaxPool", g -> List.of()),
                        real("MaxPool", g -> List.of(), kernel),
                        real("AveragePool", g -> List.of(), kernel),
                        real("ArgMax", g -> List.of(), attribute("axis", 1)),
                        real("Clip", g -> List.of(g.real(-1), g.real(6))),
                        real("Pad", g -> List.of(g.constant(INT64, List.of(8), 0, 0, 1, 0, 0, 0, 0, 1), g.real(0)))));
    }

    private static Stream<byte[]> pairs() {
        return Stream.of("Add", "Sub", "Mul", "Max", "Min", "Concat")
                .map(operator -> operator.equals("Concat")
                        ? real(operator, g -> List.of("xf"), attribute("axis", 1))
                        : real(operator, g -> List.of("xf")));
    }

    private static Stream<byte[]> shapes() {
        return Stream.of(
                real("Identity", g -> List.of()),
                real("Flatten", g -> List.of()),
                real("Reshape", g -> List.of(g.constant(INT64, List.of(2), 0, -1))),
                real("Squeeze", g -> List.of(g.constant(INT64, List.of(1), 0))),
                real("Unsqueeze", g -> List.of(g.constant(INT64, List.of(1), -1))),
                real("Transpose", g -> List.of(), attribute("perm", 0, 2, 3, 1)));
    }

    private static Stream<byte[]> linear() {
        AttributeProto kernel = attribute("kernel_shape", 2, 2);
        return Stream.of(
                quantized("com.microsoft", "QLinearAdd", OnnxSeeds::twoAndResult),
                quantized("com.microsoft", "QLinearMul", OnnxSeeds::twoAndResult),
                quantized("com.microsoft", "QLinearSigmoid", OnnxSeeds::result),
                quantized("com.microsoft", "QLinearLeakyRelu", OnnxSeeds::result, attribute("alpha", 0.25f)),
                quantized("com.microsoft", "QLinearGlobalAveragePool", OnnxSeeds::result),
                quantized("com.microsoft", "QLinearAveragePool", OnnxSeeds::result, kernel),
                quantized("", "QLinearConv", g -> weighted(g, List.of(2, 4, 1, 1))),
                product("", "QLinearMatMul", false),
                product("com.microsoft", "QGemm", true));
    }

    /** A second operand like the first, and what the result is. */
    private static List<String> twoAndResult(GraphBuilder g) {
        return List.of(g.scale(Q), g.zero(Q), "x", g.scale(Q), g.zero(Q), g.scale(Q), g.zero(Q));
    }

    private static List<String> result(GraphBuilder g) {
        return List.of(g.scale(Q), g.zero(Q), g.scale(Q), g.zero(Q));
    }

    private static List<String> weighted(GraphBuilder g, List<Integer> dims) {
        String weights = g.constant(INT8, dims, 1, 2, 3, 4, 5, 6, 7, 8);
        String bias = g.constant(INT32, List.of(2), 9, -9);
        String zero = g.constant(INT8, List.of(), 0);
        return List.of(g.scale(Q), g.zero(Q), weights, g.real(0.25), zero, g.scale(Q), g.zero(Q), bias);
    }

    private static byte[] product(String domain, String operator, boolean gemm) {
        GraphBuilder g = new GraphBuilder().input("x", INT8, 1, 4);
        List<String> inputs = new ArrayList<>(List.of("x"));
        inputs.addAll(weighted(g, List.of(4, 2)));
        String bias = inputs.remove(inputs.size() - 1);
        if (gemm) {
            inputs.add(6, bias);
        }
        return g.node(domain, operator, "y", inputs).output("y", INT8).bytes();
    }

    private static Stream<byte[]> integers() {
        return Stream.of(
                shifted("MatMulInteger", List.of(2, 2), 1, 2),
                shifted("ConvInteger", List.of(2, 2, 1, 1), 1, 2, 3, 3),
                shifted("Gemm", List.of(2, 2), 1, 2),
                shifted("Conv", List.of(2, 2, 1, 1), 1, 2, 3, 3));
    }

    private static byte[] shifted(String operator, List<Integer> weights, int... input) {
        GraphBuilder g = new GraphBuilder().input("x", INT8, input);
        g.node(operator, "s", List.of("x", g.constant(INT8, weights, 1, 2, 3, 4)));
        List<String> operands = List.of("s", g.real(3), g.real(5));
        return g.node(
                        "RequantShift",
                        "y",
                        operands,
                        attribute("n_levels", 256),
                        attribute("signed", 1),
                        attribute("div", 8))
                .output("y", GraphBuilder.FLOAT)
                .bytes();
    }

    /** An operator between DequantizeLinear and QuantizeLinear. */
    private static byte[] real(
            String operator, Function<GraphBuilder, List<String>> operands, AttributeProto... attributes) {
        GraphBuilder g = new GraphBuilder().input("x", INT8, IMAGE).dequantize("x", "xf", Q);
        List<String> inputs = new ArrayList<>(List.of("xf"));
        inputs.addAll(operands.apply(g));
        return g.node(operator, "yf", inputs, attributes)
                .quantize("yf", "y", Q)
                .output("y", INT8)
                .bytes();
    }

    private static byte[] quantized(
            String domain,
            String operator,
            Function<GraphBuilder, List<String>> operands,
            AttributeProto... attributes) {
        GraphBuilder g = new GraphBuilder().input("x", INT8, IMAGE);
        List<String> inputs = new ArrayList<>(List.of("x"));
        inputs.addAll(operands.apply(g));
        return g.node(domain, operator, "y", inputs, attributes)
                .output("y", INT8)
                .bytes();
    }
}
