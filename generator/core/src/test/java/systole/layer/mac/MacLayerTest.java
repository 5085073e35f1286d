package systole.layer.mac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import systole.diagnostic.RefusedException;
import systole.layer.Kinds;
import systole.layer.conv1d.Conv1d;
import systole.layer.conv2d.Conv2d;
import systole.layer.dense.Dense;
import systole.layer.depthwise.DepthwiseConv2d;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Padding;
import systole.network.Quantized;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Requantization.ShiftRounding;
import systole.network.Shape;
import systole.network.TensorType;

class MacLayerTest {
    private static final Quantized INT8 = new Quantized(IntType.INT8);
    private static final Pow2 SHIFT = new Pow2(ShiftRounding.FLOOR, List.of(4));

    private static IntTensor filled(int value, Integer... dims) {
        int[] data = new int[List.of(dims).stream().reduce(1, (a, b) -> a * b)];
        Arrays.fill(data, value);
        return new IntTensor(List.of(dims), data);
    }

    private static Conv2d.Builder conv(Integer... dims) {
        return Conv2d.conv2d().weights(filled(1, dims)).requant(SHIFT).output(INT8);
    }

    @Test
    void shapesAndCounts() {
        TensorType image = Kinds.type(INT8, 32, 30, 3);
        Conv2d layer = conv(16, 3, 3, 3)
                .stride(2)
                .padding(Padding.Automatic.SAME)
                .bias(new int[16])
                .get();
        TensorType output = Kinds.infer(layer, image);
        assertEquals(Kinds.type(INT8, 16, 15, 16), output);
        assertEquals(16L * 15 * 16 * 27, layer.macs(List.of(image), output));
        assertEquals(16 * 27 + 16, layer.parameters());
        Dense dense = Dense.dense()
                .weights(filled(1, 10, 64))
                .requant(SHIFT)
                .output(INT8)
                .get();
        assertEquals(Kinds.type(INT8, 10), Kinds.infer(dense, Kinds.type(INT8, 64)));
        assertEquals(Kinds.type(INT8, 10), Kinds.infer(dense, Kinds.type(INT8, 1, 1, 64)));
        Conv1d conv1d = Conv1d.conv1d()
                .weights(filled(1, 8, 3, 4))
                .stride(2)
                .requant(SHIFT)
                .output(INT8)
                .get();
        assertEquals(Kinds.type(INT8, 4, 8), Kinds.infer(conv1d, Kinds.type(INT8, 10, 4)));
    }

    @Test
    void canonicalForms() {
        DepthwiseConv2d depthwise = DepthwiseConv2d.depthwiseConv2d()
                .weights(new IntTensor(List.of(1, 2, 4), new int[] {1, 2, 3, 4, 5, 6, 7, 8}))
                .requant(SHIFT)
                .output(INT8)
                .get();
        Mac mac = depthwise.mac(Shape.of(5, 5, 2));
        assertEquals(new IntTensor(List.of(4, 1, 2, 1), new int[] {1, 5, 2, 6, 3, 7, 4, 8}), mac.weights());
        assertEquals(2, mac.groups());
        assertEquals(IntTensor.vector(0, 0, 0, 0), mac.bias());
        assertEquals(-128, mac.lo());
        assertEquals(127, mac.hi());
    }

    /** TensorFlow Lite's FULLY_CONNECTED rounds the product of scales only if there is a single one. */
    @Test
    void denseRoundsTheProductOfASingleScale() {
        Dense.Builder builder = Dense.dense().weights(filled(1, 2, 4)).output(INT8);
        Dense one =
                builder.requant(new Scaled(ScaleRounding.DOUBLE, List.of(0.1))).get();
        assertTrue(one.mac(Shape.of(4)).floatScaleProduct());
        Dense each = builder.requant(new Scaled(ScaleRounding.DOUBLE, List.of(0.1, 0.1)))
                .get();
        assertEquals(false, each.mac(Shape.of(4)).floatScaleProduct());
    }

    @Test
    void weightTypes() {
        assertEquals(IntType.INT8, conv(1, 1, 1, 1).get().terms().weightType());
        assertEquals(
                new IntType(16, true),
                Conv2d.conv2d()
                        .weights(filled(128, 1, 1, 1, 1))
                        .requant(SHIFT)
                        .output(INT8)
                        .get()
                        .terms()
                        .weightType());
        IntType int1 = new IntType(1, true);
        assertEquals(
                List.of("conv2d: the weights have the value 1, outside int1"),
                Kinds.problems(conv(1, 1, 1, 1).weightType(int1).get(), Kinds.type(INT8, 2, 2, 1)));
    }

    @Test
    void allProblemsAreReportedTogether() {
        Conv2d layer = conv(4, 5, 5, 2)
                .bias(1, 2, 3)
                .requant(new Pow2(ShiftRounding.FLOOR, List.of(1, 2)))
                .get();
        assertEquals(
                List.of(
                        "conv2d: the weights are for 2 input channels and the input has 3",
                        "conv2d: there are biases [3] for 4 output channels",
                        "there are 2 shifts for 4 output channels",
                        "conv2d: the kernel covers 5 x 5 positions and the padded input 4 x 4"),
                Kinds.problems(layer, Kinds.type(INT8, 4, 4, 3)));
    }

    @Test
    void wrongRanks() {
        assertEquals(
                List.of(
                        "conv2d: clamp = [5, 4] is no range of int8",
                        "conv2d: the input is [4], not [height, width, channels]",
                        "conv2d: the weights have the dimensions [4, 2]"),
                Kinds.problems(conv(4, 2).clamp(5, 4).get(), Kinds.type(INT8, 4)));
        assertEquals(
                List.of("conv2d: the weights have the dimensions [0, 1, 1, 1]"),
                Kinds.problems(conv(0, 1, 1, 1).get(), Kinds.type(INT8, 4, 4, 1)));
        Dense dense = Dense.dense()
                .weights(filled(1, 2, 8))
                .requant(SHIFT)
                .output(INT8)
                .get();
        assertEquals(
                List.of("dense: the input is [2, 4], not [channels]"), Kinds.problems(dense, Kinds.type(INT8, 2, 4)));
    }

    @Test
    void groupsDivideChannels() {
        assertEquals(
                List.of("conv2d: 2 groups do not divide 3 input and 4 output channels"),
                Kinds.problems(conv(4, 1, 1, 1).groups(2).get(), Kinds.type(INT8, 2, 2, 3)));
        DepthwiseConv2d depthwise = DepthwiseConv2d.depthwiseConv2d()
                .weights(filled(1, 3, 3, 4))
                .requant(SHIFT)
                .output(INT8)
                .get();
        assertEquals(
                List.of("depthwise_conv2d: the weights are for 4 output channels, no multiple of the input's 3"),
                Kinds.problems(depthwise, Kinds.type(INT8, 5, 5, 3)));
    }

    @Test
    void whatTheSourceCouldNotHoldIsRefused() {
        Dense overflowing = Dense.dense()
                .weights(filled(127, 2, 8))
                .bias(0, Integer.MAX_VALUE)
                .requant(new Scaled(ScaleRounding.DOUBLE, List.of(0.01)))
                .output(INT8)
                .get();
        List<String> problems = Kinds.problems(overflowing, Kinds.type(INT8, 8));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("channel 1: the accumulator reaches"), problems.get(0));

        IntType int16 = new IntType(16, true);
        Dense huge = Dense.dense()
                .weights(filled(32767, 1, 2000))
                .requant(SHIFT)
                .output(INT8)
                .get();
        List<String> wide = Kinds.problems(huge, Kinds.type(new Quantized(int16), 2000));
        assertTrue(wide.size() == 1 && wide.get(0).endsWith("beyond +-2^40"), wide.toString());
    }

    @Test
    void outOfProportion() {
        Padding far = new Padding.Explicit(0, Integer.MAX_VALUE, 0, 0);
        assertEquals(
                List.of("conv2d: kernel, stride, dilation or padding reach further than 65536 elements"),
                Kinds.problems(conv(1, 1, 1, 1).padding(far).get(), Kinds.type(INT8, 2, 2, 1)));
        Padding wide = new Padding.Explicit(30000, 30000, 30000, 30000);
        assertEquals(
                List.of("conv2d: the output would be [60002, 60002, 1]"),
                Kinds.problems(conv(1, 1, 1, 1).padding(wide).get(), Kinds.type(INT8, 2, 2, 1)));
    }

    @Test
    void buildersSayWhatIsMissing() {
        RefusedException e = assertThrows(
                RefusedException.class, () -> Dense.dense().output(INT8).get());
        assertEquals("dense: 'weights' is missing", e.getMessage());
        assertThrows(
                IllegalArgumentException.class, () -> conv(1, 1, 1, 1).groups(0).get());
    }
}
