package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.lite.schema.AddOptionsT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.DepthwiseConv2DOptionsT;
import org.tensorflow.lite.schema.FullyConnectedOptionsT;
import org.tensorflow.lite.schema.SubOptionsT;
import org.tensorflow.lite.schema.TensorType;
import systole.diagnostic.RefusedException;
import systole.golden.GoldenModel;

/** Matrix products of int16 at the ends of all ranges, against the reference runtime. */
class Int16ExtremesTest {
    private static final byte INT16 = TensorType.INT16;
    private static final float IN = 1 / 1024f;
    private static final float WEIGHT = 1 / 128f;

    @BeforeAll
    static void needsTheRuntime() {
        ReferenceRuntime.assume();
    }

    /** A product whose weights and biases are all the same, and whose output scale is a number of accumulator units. */
    private static byte[] dense(TinyModel model, int inputs, int weight, int bias, float units) {
        int in = model.tensor(INT16, IN, 0, 1, inputs);
        byte[] weights = new byte[2 * inputs];
        Arrays.fill(weights, (byte) weight);
        int w = model.bytes(TensorType.INT8, new float[] {WEIGHT}, 0, weights, 2, inputs);
        int[] biases = {bias, -bias};
        int b = model.sumsIn32Bits() ? model.ints(biases, 2) : model.longs(biases, 2);
        model.copyQuantization(model.tensor(INT16, IN * WEIGHT, 0, 1), b);
        int out = model.tensor(INT16, IN * WEIGHT * units, 0, 1, 2);
        model.operator(
                BuiltinOperator.FULLY_CONNECTED,
                BuiltinOptions.FullyConnectedOptions,
                new FullyConnectedOptionsT(),
                List.of(in, w, b),
                out);
        return model.write(new int[] {in}, out);
    }

    private static void compare(byte[] file, int inputs) {
        GoldenModel golden = Models.golden(new TfliteReader(note -> {}).read(file, "model", "extremes"));
        try (ReferenceRuntime runtime = new ReferenceRuntime(file)) {
            for (int value : new int[] {Short.MIN_VALUE, Short.MAX_VALUE, 0, 1, -1}) {
                int[] frame = new int[inputs];
                Arrays.fill(frame, value);
                runtime.run(frame);
                assertArrayEquals(runtime.output(), golden.run(frame), "all " + value);
                frame[0] = 12345;
                runtime.run(frame);
                assertArrayEquals(runtime.output(), golden.run(frame), "all but one " + value);
            }
        }
    }

    /** Sums of 25 to 39 bits, with the largest weights and biases, and multipliers of both kinds. */
    @ParameterizedTest
    @CsvSource({
        "1, -128, 0, 1000",
        "1, 127, 2147483647, 65536",
        "512, -128, 2147483647, 65536.5",
        "512, 127, -2147483647, 1.99997",
        "4096, -128, 2147483647, 524300",
        "4096, 127, 0, 1048560.5",
        "65536, -128, 1, 8388607",
        "65536, 127, 2147483647, 8388608"
    })
    void largestSums(int inputs, int weight, int bias, float units) {
        compare(dense(new TinyModel(), inputs, weight, bias, units), inputs);
    }

    /** Sums that still fit 32 bits, in which the runtime computes them. */
    @ParameterizedTest
    @CsvSource({"1, -128, 2143289343, 65536", "256, -128, 1000, 32769.5", "300, 127, -5, 40000", "500, -128, 0, 70000"})
    void largestSumsOf32Bits(int inputs, int weight, int bias, float units) {
        TinyModel model = new TinyModel();
        model.sumIn32Bits();
        compare(dense(model, inputs, weight, bias, units), inputs);
    }

    private static String refusal(byte[] file) {
        return assertThrows(RefusedException.class, () -> new TfliteReader(note -> {}).read(file, "model", "m"))
                .getMessage();
    }

    @Test
    void sumsBeyondTheRuntimesTypeAreRefused() {
        TinyModel model = new TinyModel();
        model.sumIn32Bits();
        String message = refusal(dense(model, 513, -128, 0, 70000));
        assertTrue(message.contains("beyond 32 bits"), message);
    }

    @Test
    void sumsBeyondTheHardwareAreRefused() {
        String message = refusal(dense(new TinyModel(), (1 << 18) + 1, -128, 0, 1e8f));
        assertTrue(message.contains("beyond +-2^40"), message);
    }

    @Test
    void zeroPointsAreRefused() {
        TinyModel model = new TinyModel();
        int in = model.tensor(INT16, IN, 3, 1, 4);
        int out = model.tensor(INT16, IN, 3, 1, 4);
        model.operator(BuiltinOperator.RELU, BuiltinOptions.NONE, null, List.of(in), out);
        String message = refusal(model.write(new int[] {in}, out));
        assertTrue(message.contains("tensor 't0' is INT16 with the zero point 3"), message);
    }

    @Test
    void aDepthMultiplierThatTheWeightsContradictIsRefused() {
        TinyModel model = new TinyModel();
        int in = model.tensor(INT16, IN, 0, 1, 2, 2, 2);
        int w = model.bytes(TensorType.INT8, new float[] {WEIGHT}, 0, new byte[4], 1, 1, 1, 4);
        int out = model.tensor(INT16, IN, 0, 1, 2, 2, 4);
        DepthwiseConv2DOptionsT o = new DepthwiseConv2DOptionsT();
        o.setStrideH(1);
        o.setStrideW(1);
        o.setDepthMultiplier(1);
        model.operator(
                BuiltinOperator.DEPTHWISE_CONV_2D, BuiltinOptions.DepthwiseConv2DOptions, o, List.of(in, w), out);
        String message = refusal(model.write(new int[] {in}, out));
        assertTrue(message.contains("the depth multiplier is 1"), message);
    }

    static Set<String> kindsWithoutAKernel() {
        Set<String> kinds = new TreeSet<>(OperatorCases.ALL.keySet());
        kinds.removeAll(Int16Kernels.NAMES);
        kinds.remove("UNIDIRECTIONAL_SEQUENCE_LSTM");
        return kinds;
    }

    @ParameterizedTest
    @MethodSource("kindsWithoutAKernel")
    void operatorsWithoutAKernelAreRefused(String kind) {
        RandomModel random = new RandomModel(3, true);
        String message = refusal(random.write(OperatorCases.ALL.get(kind).applyAsInt(random)));
        assertTrue(message.contains(kind + ": it computes with int16"), message);
    }

    /** Sums at the ends of the range, in the arithmetic of all scales and in that of powers of two. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.001, 0.001, 0.001, false",
        "0, 0.001, 0.0003, 0.00125, true",
        "0, 0.001, 0.7, 0.0002, false",
        "1, 0.001, 0.00000002, 0.00102, true",
        "1, 0.03, 0.0001, 0.0000021, false",
        "0, 0.001953125, 0.00048828125, 0.001953125, true",
        "1, 0.000030518509, 0.0009765625, 0.0009765625, true",
        "1, 0.001953125, 0.00048828125, 0.001953125, false"
    })
    void largestTerms(int subtracts, float first, float second, float output, boolean powers) {
        TinyModel model = new TinyModel();
        int x = model.tensor(INT16, first, 0, 1, 4);
        int y = model.tensor(INT16, second, 0, 1, 4);
        int out = model.tensor(INT16, output, 0, 1, 4);
        model.operator(BuiltinOperator.QUANTIZE, BuiltinOptions.NONE, null, List.of(x), y);
        AddOptionsT add = new AddOptionsT();
        add.setPotScaleInt16(powers);
        SubOptionsT sub = new SubOptionsT();
        sub.setPotScaleInt16(powers);
        if (subtracts == 0) {
            model.operator(BuiltinOperator.ADD, BuiltinOptions.AddOptions, add, List.of(x, y), out);
        } else {
            model.operator(BuiltinOperator.SUB, BuiltinOptions.SubOptions, sub, List.of(y, x), out);
        }
        compare(model.write(new int[] {x}, out), 4);
    }

    @Test
    void everyKindOfInt16IsKnown() {
        assertTrue(OperatorKinds.TABLE.names().containsAll(Int16Kernels.NAMES));
        assertEquals(
                Int16Kernels.NAMES.size(),
                Int16Kernels.NAMES.stream().distinct().count());
    }
}
