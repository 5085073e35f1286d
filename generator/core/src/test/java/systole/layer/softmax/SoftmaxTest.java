package systole.layer.softmax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import systole.layer.Kinds;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.TensorType;

class SoftmaxTest {
    private static final BigInteger NUDGE = BigInteger.ONE.shiftLeft(30);

    @Property
    void exponentialsAreClose(@ForAll @IntRange(min = -(1 << 30), max = 0) int a) {
        double expected = Math.exp(Math.scalb((double) a, -26));
        assertEquals(expected, Math.scalb((double) SoftmaxMath.exp(a), -31), 3e-7);
    }

    @Property
    void reciprocalsAreClose(@ForAll @IntRange(min = 1 << 19, max = Integer.MAX_VALUE) int sum) {
        double mantissa = Math.scalb((double) sum, Integer.numberOfLeadingZeros(sum) - 31);
        double expected = 1 / mantissa;
        assertEquals(expected, Math.scalb((double) SoftmaxMath.reciprocal(sum), -31), 1e-6);
    }

    @Property
    void probabilitiesAreClose(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.001, max = 0.5) @Scale(15) double scale) {
        Random r = new Random(seed);
        TensorType input = Kinds.type(new Quantized(IntType.INT8, scale, r.nextInt(256) - 128), 2, 1 + r.nextInt(30));
        int[] frame = Kinds.frame(r, input);
        int[] out = Kinds.run(Softmax.softmax().get(), input, frame);
        int channels = input.shape().channels();
        for (int row = 0; row < 2; row++) {
            int from = row * channels;
            double sum = IntStream.range(0, channels)
                    .mapToDouble(c -> Math.exp(frame[from + c] * scale))
                    .sum();
            for (int c = from; c < from + channels; c++) {
                double expected = Math.min(255, 256 * Math.exp(frame[c] * scale) / sum);
                assertEquals(expected, out[c] + 128, 0.51 + 0.05);
            }
        }
    }

    /** The last steps again, in unbounded arithmetic. */
    @Property
    void lastStep(
            @ForAll @IntRange int reciprocal, @ForAll @IntRange int exp, @ForAll @IntRange(min = 23, max = 34) int n) {
        BigInteger product = BigInteger.valueOf(reciprocal)
                .multiply(BigInteger.valueOf(exp))
                .add(NUDGE)
                .shiftRight(31);
        BigInteger rounded = product.add(BigInteger.ONE.shiftLeft(n - 1)).shiftRight(n);
        assertEquals(Math.min(255, rounded.intValueExact()), SoftmaxMath.probability(reciprocal, exp, n));
    }

    @Test
    void signednessShiftsTheOutput() {
        TensorType input = Kinds.type(new Quantized(IntType.UINT8, 0.05, 12), 5);
        int[] frame = {0, 255, 250, 250, 7};
        int[] signed = Kinds.run(Softmax.softmax().get(), input, frame);
        int[] unsigned = Kinds.run(Softmax.softmax().output(Softmax.UINT8).get(), input, frame);
        assertArrayEquals(unsigned, IntStream.of(signed).map(v -> v + 128).toArray());
    }

    @Test
    void certaintyAndUniformity() {
        TensorType two = Kinds.type(new Quantized(IntType.INT8, 1, 0), 2);
        assertArrayEquals(new int[] {127, -128}, Kinds.run(Softmax.softmax().get(), two, 100, 0));
        assertArrayEquals(new int[] {0, 0}, Kinds.run(Softmax.softmax().get(), two, 5, 5));
    }

    @Test
    void farDifferencesAreLeftOut() {
        int[] exps = SoftmaxMath.exps(1, 1);
        assertEquals(Integer.MAX_VALUE, exps[0]);
        assertTrue(exps[15] > 0);
        assertEquals(0, exps[32]);
        assertEquals(SoftmaxMath.DIFFERENCES, exps.length);
        assertTrue(IntStream.range(1, 256).allMatch(d -> exps[d] <= exps[d - 1]));
    }

    @Test
    void refusals() {
        Quantized int8 = new Quantized(IntType.INT8, 1, 0);
        assertEquals(
                List.of(
                        "softmax: the input is int9",
                        "softmax: the input has 4096 channels",
                        "softmax: the output is int8 scale 1.0 zero 0",
                        "softmax: beta -1.0 times the input scale 1.0 is not above 2^-26"),
                Kinds.problems(
                        Softmax.softmax().beta(-1).output(int8).get(),
                        Kinds.type(new Quantized(new IntType(9, true)), 4096)));
    }
}
