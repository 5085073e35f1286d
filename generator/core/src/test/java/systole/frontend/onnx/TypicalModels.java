package systole.frontend.onnx;

import static systole.frontend.onnx.GraphBuilder.INT32;
import static systole.frontend.onnx.GraphBuilder.INT8;
import static systole.frontend.onnx.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import systole.network.IntType;
import systole.network.Quantized;

/** Small networks of several layers as ONNX Runtime's quantizer writes them, with random weights. */
final class TypicalModels {
    static final Map<String, Function<Chance, byte[]>> ALL = new TreeMap<>(Map.of(
            "plain", TypicalModels::plain,
            "residual", TypicalModels::residual,
            "branches", TypicalModels::branches,
            "gated", TypicalModels::gated,
            "enlarged", TypicalModels::enlarged,
            "excited", TypicalModels::excited,
            "turned", TypicalModels::turned,
            "heads", TypicalModels::heads));

    private final Chance chance;
    private final IntType type;
    private final GraphBuilder g = new GraphBuilder();
    private int count;

    private TypicalModels(Chance chance) {
        this.chance = chance;
        this.type = chance.type();
    }

    /** A quantized tensor: {@code name} are the integers, {@code name_d} the real numbers behind. */
    private record Tensor(String name, Quantized element, int channels) {
        String real() {
            return name + "_d";
        }
    }

    private Tensor input(int... dims) {
        Quantized element = chance.element(type, 0.01, 0.05);
        g.input("image", GraphBuilder.FLOAT, dims);
        return quantized("image", element, dims[1]);
    }

    private Tensor quantized(String real, Quantized element, int channels) {
        String name = "q" + count++;
        g.quantize(real, name, element).dequantize(name, name + "_d", element);
        return new Tensor(name, element, channels);
    }

    /** Convolution, with a zero point at the least integer if a ReLU follows. */
    private Tensor conv(Tensor x, int channels, int kernel, int groups, boolean relu, AttributeProto... attributes) {
        int taps = kernel * kernel * x.channels / groups;
        List<AttributeProto> all = new ArrayList<>(List.of(attributes));
        all.add(attribute("group", groups));
        String real = "c" + count++;
        float[] scales = product(x, taps, channels, List.of(channels, x.channels / groups, kernel, kernel), 0);
        g.node("Conv", real, List.of(x.real(), "w" + count, "b" + count), all.toArray(AttributeProto[]::new));
        if (relu) {
            g.node("Relu", real + "_r", List.of(real));
        }
        return quantized(relu ? real + "_r" : real, result(x, scales, taps, relu), channels);
    }

    private Tensor gemm(Tensor x, int inputs, int channels) {
        String real = "m" + count++;
        float[] scales = product(x, inputs, channels, List.of(channels, inputs), 0);
        g.node("Gemm", real, List.of(x.real(), "w" + count, "b" + count), attribute("transB", 1));
        return quantized(real, result(x, scales, inputs, false), channels);
    }

    /** Weights and bias behind DequantizeLinear; the scales of the weights. */
    private float[] product(Tensor x, int taps, int channels, List<Integer> dims, int axis) {
        float[] scales = chance.scales(channels, 0.002, 0.004);
        float[] biases = scales.clone();
        int[] zeros = new int[channels];
        for (int i = 0; i < channels; i++) {
            biases[i] *= (float) x.element.scale();
        }
        List<Integer> perChannel = List.of(channels);
        String weights = g.constant(INT8, dims, chance.integers(taps * channels, -127, 127));
        g.node(
                "DequantizeLinear",
                "w" + count,
                List.of(weights, g.reals(perChannel, scales), g.constant(INT8, perChannel, zeros)),
                attribute("axis", axis));
        String bias = g.constant(INT32, perChannel, chance.integers(channels, -3000, 3000));
        g.node(
                "DequantizeLinear",
                "b" + count,
                List.of(bias, g.reals(perChannel, biases), g.constant(INT32, perChannel, zeros)),
                attribute("axis", 0));
        return scales;
    }

    private Quantized result(Tensor x, float[] scales, int taps, boolean relu) {
        float scale = (float) (x.element.scale() * scales[0] * Math.sqrt(taps) * 60);
        return new Quantized(type, scale, relu ? type.min() : chance.between(type.min() + 90, type.max() - 90));
    }

    private Tensor same(String operator, Tensor x, AttributeProto... attributes) {
        String real = "s" + count++;
        g.node(operator, real, List.of(x.real()), attributes);
        return quantized(real, x.element, x.channels);
    }

    private Tensor function(String operator, Tensor x, double scale) {
        String real = "f" + count++;
        g.node(operator, real, List.of(x.real()));
        return quantized(real, chance.element(type, scale, scale * 2), x.channels);
    }

    private Tensor pair(String operator, Tensor a, Tensor b, int channels, AttributeProto... attributes) {
        String real = "p" + count++;
        g.node(operator, real, List.of(a.real(), b.real()), attributes);
        double scale = 1.3 * Math.max(a.element.scale(), b.element.scale());
        return quantized(real, chance.element(type, scale, scale * 2), channels);
    }

    private byte[] end(Tensor y) {
        return g.output(y.name, GraphBuilder.type(type)).bytes();
    }

    private static byte[] plain(Chance chance) {
        TypicalModels m = new TypicalModels(chance);
        Tensor a = m.conv(m.input(1, 3, 12, 12), 8, 3, 1, true, attribute("pads", 1, 1, 1, 1));
        Tensor b = m.same("MaxPool", a, attribute("kernel_shape", 2, 2), attribute("strides", 2, 2));
        Tensor c = m.conv(b, 6, 3, 1, true, attribute("strides", 2, 2));
        return m.end(m.gemm(m.same("Flatten", c), 6 * 2 * 2, 10));
    }

    private static byte[] residual(Chance chance) {
        TypicalModels m = new TypicalModels(chance);
        Tensor a = m.conv(m.input(1, 3, 10, 10), 8, 3, 1, true, attribute("strides", 2, 2));
        Tensor b = m.conv(a, 8, 3, 8, true, attribute("pads", 1, 1, 1, 1));
        Tensor c = m.pair("Add", a, m.conv(b, 8, 1, 1, false), 8);
        String real = "mean";
        m.g.node("GlobalAveragePool", real, List.of(c.real()));
        Tensor d = m.quantized(real, chance.element(m.type, 0.02, 0.1), 8);
        return m.end(m.gemm(m.same("Flatten", d), 8, 5));
    }

    private static byte[] branches(Chance chance) {
        TypicalModels m = new TypicalModels(chance);
        Tensor a = m.conv(m.input(1, 2, 8, 8), 6, 3, 1, true);
        Tensor b =
                m.pair("Concat", m.conv(a, 4, 1, 1, true), m.function("Sigmoid", a, 0.004), 10, attribute("axis", 1));
        Tensor c = m.conv(b, 4, 3, 2, false);
        m.g.node("ArgMax", "y", List.of(c.real()), attribute("axis", 1)).output("y", GraphBuilder.INT64);
        return m.g.bytes();
    }

    private static byte[] gated(Chance chance) {
        TypicalModels m = new TypicalModels(chance);
        Tensor a = m.conv(m.input(1, 3, 9, 9), 4, 3, 1, false, attribute("strides", 2, 2));
        Tensor b = m.pair("Mul", a, m.function("Sigmoid", a, 0.004), 4);
        return m.end(m.pair("Sub", m.function("Tanh", b, 0.005), m.function("HardSwish", b, 0.02), 4));
    }

    /** Channels are weighted by what all positions say. */
    private static byte[] excited(Chance chance) {
        TypicalModels m = new TypicalModels(chance);
        Tensor a = m.conv(m.input(1, 3, 9, 8), 6, 3, 1, true);
        m.g.node("GlobalAveragePool", "mean", List.of(a.real()));
        Tensor mean = m.quantized("mean", chance.element(m.type, 0.02, 0.1), 6);
        Tensor weight = m.function("Sigmoid", m.conv(mean, 6, 1, 1, false), 0.004);
        Tensor first = chance.maybe() ? a : weight;
        return m.end(m.pair("Mul", first, first.equals(a) ? weight : a, 6));
    }

    private static byte[] enlarged(Chance chance) {
        TypicalModels m = new TypicalModels(chance);
        Tensor x = m.input(1, 3, 8, 8);
        Tensor a = m.conv(x, 6, 3, 1, true, attribute("strides", 2, 2), attribute("pads", 1, 1, 1, 1));
        m.g.node(
                "Resize",
                "large",
                List.of(a.real(), "", m.g.reals(List.of(4), 1, 1, 2, 2)),
                attribute("mode", "nearest"),
                attribute("coordinate_transformation_mode", "asymmetric"),
                attribute("nearest_mode", "floor"));
        Tensor b = m.conv(m.quantized("large", a.element, 6), 4, 1, 1, false);
        return m.end(m.pair("Add", b, m.conv(x, 4, 1, 1, false), 4));
    }

    /** A detector: half of the channels pass by, channels are shuffled between groups, and two heads of different sizes. */
    private static byte[] heads(Chance chance) {
        TypicalModels m = new TypicalModels(chance);
        Tensor a = m.conv(m.input(1, 3, 8, 8), 8, 3, 1, true, attribute("pads", 1, 1, 1, 1));
        m.g.split(List.of("left", "right"), a.real(), m.g.constant(GraphBuilder.INT64, List.of(2), 4, 4), 1);
        Tensor left = m.quantized("left", a.element, 4);
        Tensor right = m.conv(m.quantized("right", a.element, 4), 4, 1, 1, true);
        Tensor both = m.pair("Concat", left, right, 8, attribute("axis", 1));
        m.g.node(
                        "Reshape",
                        "grouped",
                        List.of(both.real(), m.g.constant(GraphBuilder.INT64, List.of(5), 1, 2, 4, 8, 8)))
                .node("Transpose", "shuffled", List.of("grouped"), attribute("perm", 0, 2, 1, 3, 4))
                .node("Reshape", "flat", List.of("shuffled", m.g.constant(GraphBuilder.INT64, List.of(4), 1, 8, 8, 8)));
        Tensor shuffled = m.quantized("flat", both.element, 8);
        Tensor coarse = m.conv(shuffled, 6, 3, 2, true, attribute("strides", 2, 2));
        Tensor large = m.conv(shuffled, 5, 1, 1, false);
        m.g.output(large.name, GraphBuilder.type(m.type));
        return m.end(m.conv(coarse, 5, 1, 1, false));
    }

    /** Channels last in the file, as converters from other frameworks write it. */
    private static byte[] turned(Chance chance) {
        TypicalModels m = new TypicalModels(chance);
        Tensor rows = m.input(1, 6, 5, 3);
        Tensor image = new Tensor(rows.name, rows.element, 3);
        Tensor a = m.conv(m.same("Transpose", image, attribute("perm", 0, 3, 1, 2)), 4, 3, 1, true);
        Tensor b = m.same("Transpose", a, attribute("perm", 0, 2, 3, 1));
        return m.end(m.gemm(m.same("Flatten", b), 4 * 4 * 3, 7));
    }
}
