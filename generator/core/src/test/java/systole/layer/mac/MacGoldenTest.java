package systole.layer.mac;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import systole.layer.Kinds;
import systole.layer.conv1d.Conv1d;
import systole.layer.conv2d.Conv2d;
import systole.layer.dense.Dense;
import systole.layer.depthwise.DepthwiseConv2d;
import systole.network.Activation;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Padding;
import systole.network.Quantized;
import systole.network.Range;
import systole.network.Requantization;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Requantization.ShiftRounding;
import systole.network.Requantizer;
import systole.network.Requantizers;
import systole.network.TensorType;
import systole.network.Window;

/** Each kind against its definition, in the weight layout that it is written in. */
class MacGoldenTest {
    private static final double INPUT_SCALE = 0.03f;
    private static final double OUTPUT_SCALE = 0.9f;

    private static Random random(long seed) {
        return new Random(seed);
    }

    private static Padding padding(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Padding.Automatic.SAME;
            case 1 -> Padding.Automatic.VALID;
            default -> new Padding.Explicit(random.nextInt(3), random.nextInt(3), random.nextInt(3), random.nextInt(3));
        };
    }

    private static Activation activation(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Activation.Named.NONE;
            case 1 -> Activation.Named.RELU;
            case 2 -> Activation.Named.RELU6;
            default -> new Activation.Clamp(-random.nextInt(100), random.nextInt(100));
        };
    }

    private static Requantization requantization(Random random, int channels) {
        List<Double> scales = random.doubles(channels, 0.001, 0.2).boxed().toList();
        return random.nextBoolean()
                ? new Scaled(ScaleRounding.DOUBLE, scales)
                : new Pow2(ShiftRounding.HALF_EVEN, List.of(random.nextInt(12)));
    }

    private static Quantized int8(Random random) {
        return Kinds.quantized(random, IntType.INT8, OUTPUT_SCALE);
    }

    private static TensorType input(Random random, Integer... dims) {
        IntType type = new IntType(1 + random.nextInt(10), random.nextBoolean());
        return Kinds.type(Kinds.quantized(random, type, INPUT_SCALE), dims);
    }

    private static <B extends MacBuilder<?, B>> B terms(B builder, IntTensor weights, int channels, Random random) {
        if (random.nextBoolean()) {
            builder.bias(random.ints(channels, -100_000, 100_000).toArray());
        }
        return builder.weights(weights)
                .requant(requantization(random, channels))
                .activation(activation(random))
                .output(int8(random));
    }

    private static void agrees(
            MacLayer layer, NaiveConvolution.Weight weight, int m, Window w, TensorType in, Random r) {
        MacTerms terms = layer.terms();
        int[] bias = terms.bias().size() == 0 ? new int[m] : terms.bias().toArray();
        boolean rounded = layer instanceof Dense && m == 1;
        Requantizer requantizer = Requantizers.of(terms.requant(), INPUT_SCALE, OUTPUT_SCALE, rounded);
        NaiveConvolution naive = new NaiveConvolution(weight, bias, w, requantizer, terms.activation(), terms.output());
        int[] frame = Kinds.frame(r, in);
        int[] expected = naive.run(in, Kinds.infer(layer, in), frame);
        assertArrayEquals(expected, Kinds.run(layer, in, frame), layer.toString());
    }

    @Property
    void conv2d(@ForAll long seed) {
        Random r = random(seed);
        int groups = 1 + r.nextInt(3);
        int deep = 1 + r.nextInt(6);
        int perGroup = 1 + r.nextInt(5);
        int m = groups * perGroup;
        int kh = 1 + r.nextInt(3);
        int kw = 1 + r.nextInt(3);
        IntTensor weights = Kinds.tensor(r, IntType.INT8, m, kh, kw, deep);
        Window window =
                new Window(kh, kw, 1 + r.nextInt(3), 1 + r.nextInt(3), 1 + r.nextInt(2), 1 + r.nextInt(2), padding(r));
        Conv2d layer = terms(Conv2d.conv2d(), weights, m, r)
                .stride(window.strideH(), window.strideW())
                .dilation(window.dilationH(), window.dilationW())
                .padding(window.padding())
                .groups(groups)
                .get();
        NaiveConvolution.Weight weight =
                (o, y, x, c) -> c / deep == o / perGroup ? weights.get(((o * kh + y) * kw + x) * deep + c % deep) : 0;
        agrees(layer, weight, m, window, input(r, 5 + r.nextInt(4), 5 + r.nextInt(4), groups * deep), r);
    }

    @Property
    void conv1d(@ForAll long seed) {
        Random r = random(seed);
        int m = 1 + r.nextInt(6);
        int k = 1 + r.nextInt(4);
        int channels = 1 + r.nextInt(6);
        IntTensor weights = Kinds.tensor(r, IntType.INT8, m, k, channels);
        Padding padding = new Padding.Explicit(0, 0, r.nextInt(4), r.nextInt(4));
        Window window = new Window(1, k, 1, 1 + r.nextInt(3), 1, 1 + r.nextInt(2), padding);
        Padding.Explicit sides = (Padding.Explicit) padding;
        Conv1d layer = terms(Conv1d.conv1d(), weights, m, r)
                .stride(window.strideW())
                .dilation(window.dilationW())
                .padding(sides.left(), sides.right())
                .get();
        NaiveConvolution.Weight weight = (o, y, x, c) -> weights.get((o * k + x) * channels + c);
        agrees(layer, weight, m, window, input(r, 8 + r.nextInt(8), channels), r);
    }

    @Property
    void depthwise(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int multiplier) {
        Random r = random(seed);
        int channels = 1 + r.nextInt(6);
        int m = channels * multiplier;
        int kh = 1 + r.nextInt(3);
        int kw = 1 + r.nextInt(3);
        IntTensor weights = Kinds.tensor(r, IntType.INT8, kh, kw, m);
        Window window = new Window(kh, kw, 1 + r.nextInt(2), 1 + r.nextInt(2), 1, 1, padding(r));
        DepthwiseConv2d layer = terms(DepthwiseConv2d.depthwiseConv2d(), weights, m, r)
                .stride(window.strideH(), window.strideW())
                .padding(window.padding())
                .get();
        NaiveConvolution.Weight weight = (o, y, x, c) -> o / multiplier == c ? weights.get((y * kw + x) * m + o) : 0;
        agrees(layer, weight, m, window, input(r, 3 + r.nextInt(4), 3 + r.nextInt(4), channels), r);
    }

    @Property
    void dense(@ForAll long seed) {
        Random r = random(seed);
        int m = 1 + r.nextInt(20);
        int channels = 1 + r.nextInt(40);
        IntTensor weights = Kinds.tensor(r, IntType.INT8, m, channels);
        Dense layer = terms(Dense.dense(), weights, m, r).get();
        NaiveConvolution.Weight weight = (o, y, x, c) -> weights.get(o * channels + c);
        agrees(layer, weight, m, Window.POINT, input(r, channels), r);
    }

    /** Beyond 32 bits. */
    @Property
    void wideAccumulators(@ForAll long seed) {
        Random r = random(seed);
        IntType int16 = new IntType(16, true);
        IntTensor weights = Kinds.tensor(r, int16, 4, 40).reshaped(List.of(4, 2, 2, 10));
        Conv2d layer = Conv2d.conv2d()
                .weights(weights)
                .bias(r.ints(4).toArray())
                .groups(2)
                .padding(Padding.Automatic.SAME)
                .requant(new Pow2(ShiftRounding.FLOOR, List.of(20)))
                .output(new Quantized(int16))
                .get();
        TensorType in = Kinds.type(Kinds.quantized(r, int16, INPUT_SCALE), 3, 3, 20);
        assertTrue(layer.mac(in.shape()).reachable(in.element()).stream().anyMatch(range -> range.signedBits() > 32));
        NaiveConvolution.Weight weight =
                (o, y, x, c) -> c / 10 == o / 2 ? weights.get(((o * 2 + y) * 2 + x) * 10 + c % 10) : 0;
        Window window = new Window(2, 2, 1, 1, 1, 1, Padding.Automatic.SAME);
        agrees(layer, weight, 4, window, in, r);
    }

    @Test
    void reachableAccumulatorsAreTightAndHoldEveryPartialSum() {
        Dense layer = Dense.dense()
                .weights(new IntTensor(List.of(2, 3), new int[] {1, -2, 3, 0, 0, -1}))
                .bias(10, -1)
                .requant(new Pow2(ShiftRounding.FLOOR, List.of(0)))
                .output(new Quantized(IntType.INT8))
                .get();
        TensorType in = Kinds.type(new Quantized(new IntType(4, true), 1, 2), 3);
        List<Range> expected = List.of(new Range(10 - 10 - 10 - 30, 10 + 5 + 20 + 15), new Range(-6, 9));
        assertEquals(expected, layer.mac(in.shape()).reachable(in.element()));
    }
}
