package systole.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static systole.onnx.GraphBuilder.INT8;
import static systole.onnx.GraphBuilder.attribute;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import systole.diagnostic.RefusedException;
import systole.fuzz.AcceptedNetwork;
import systole.fuzz.FuzzTarget;
import systole.layer.Support;
import systole.network.IntType;
import systole.network.Quantized;

/** Any bytes as an ONNX model: a network, or a refusal that says why. */
public final class OnnxFuzz implements FuzzTarget {
    private static final OnnxFuzz TARGET = new OnnxFuzz();
    private static final int SEEDS_OF_EACH = 4;
    private static final Quantized Q = new Quantized(IntType.INT8, 0.5, 3);
    private static final List<String> FUNCTIONS = List.of(
            "Relu",
            "Sigmoid",
            "Tanh",
            "HardSwish",
            "HardSigmoid",
            "LeakyRelu",
            "Clip",
            "Identity",
            "Flatten",
            "Softmax",
            "ArgMax",
            "Squeeze",
            "GlobalAveragePool",
            "GlobalMaxPool",
            "MaxPool",
            "AveragePool",
            "ReduceMean");
    private static final List<String> PAIRS =
            List.of("Add", "Sub", "Mul", "Max", "Min", "Concat", "QLinearAdd", "QLinearMul");

    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.run(input);
    }

    @Override
    public String name() {
        return "onnx";
    }

    @Override
    public List<byte[]> seeds() {
        Stream<byte[]> networks = TypicalModels.ALL.values().stream()
                .flatMap(model -> LongStream.range(0, SEEDS_OF_EACH).mapToObj(seed -> model.apply(new Chance(seed))));
        return Stream.of(
                        networks,
                        FUNCTIONS.stream().map(OnnxFuzz::function),
                        PAIRS.stream().map(OnnxFuzz::pair),
                        Stream.of(integers("MatMulInteger", 2, 2), integers("ConvInteger", 2, 2, 1, 1)))
                .flatMap(models -> models)
                .toList();
    }

    private static byte[] function(String operator) {
        GraphBuilder g = new GraphBuilder().input("x", INT8, 1, 4, 2, 2).dequantize("x", "xf", Q);
        return g.node(operator, "yf", List.of("xf"))
                .quantize("yf", "y", Q)
                .output("y", INT8)
                .bytes();
    }

    private static byte[] pair(String operator) {
        GraphBuilder g = new GraphBuilder().input("x", INT8, 1, 4, 2, 2);
        List<String> inputs = List.of("x", g.scale(Q), g.zero(Q), "x", g.scale(Q), g.zero(Q), g.scale(Q), g.zero(Q));
        return operator.startsWith("QLinear")
                ? g.node("com.microsoft", operator, "y", inputs)
                        .output("y", INT8)
                        .bytes()
                : g.dequantize("x", "xf", Q)
                        .node(operator, "yf", List.of("xf", "xf"))
                        .quantize("yf", "y", Q)
                        .output("y", INT8)
                        .bytes();
    }

    private static byte[] integers(String operator, Integer... dims) {
        GraphBuilder g =
                new GraphBuilder().input("x", INT8, dims.length == 2 ? new int[] {1, 2} : new int[] {1, 2, 3, 3});
        g.node(operator, "s", List.of("x", g.constant(INT8, List.of(dims), 1, 2, 3, 4)));
        return g.node(
                        "RequantShift",
                        "y",
                        List.of("s", g.real(3), g.real(5)),
                        attribute("n_levels_out", 256),
                        attribute("signed", 1),
                        attribute("div", 8))
                .output("y", GraphBuilder.FLOAT)
                .bytes();
    }

    @Override
    public List<String> words() {
        return Stream.concat(
                        OnnxReader.support().stream().map(Support::operator).filter(w -> w.matches("\\w+")),
                        Stream.of("axis", "kernel_shape", "strides", "pads", "dilations", "group", "auto_pad"))
                .distinct()
                .toList();
    }

    @Override
    public void run(byte[] input) {
        OnnxModel model;
        try {
            model = new OnnxReader(note -> {}).read(input, "model", "model.onnx");
        } catch (RefusedException e) {
            assertFalse(e.diagnostics().isEmpty());
            return;
        }
        assertEquals(
                model.network().inputType().shape().elements(),
                model.input().layout().elements());
        assertEquals(
                model.network().outputType().shape().elements(),
                model.output().layout().elements());
        AcceptedNetwork.check(model.network());
    }
}
