package systole.layer.mean;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import systole.layer.Kinds;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.TensorType;

class MeanTest {
    private static final Quantized INT8 = new Quantized(IntType.INT8, 0.5, -3);

    /** The source's steps in integers without limits. */
    private static int naive(long sum, int n, double scale, Quantized output) {
        int exponent = Math.getExponent(scale) + 1;
        BigInteger mantissa = BigInteger.valueOf(Math.round(Math.scalb(scale, 31 - exponent)));
        int shift = 31 - Integer.numberOfLeadingZeros(n);
        BigInteger divided = mantissa.shiftLeft(shift).divide(BigInteger.valueOf(n));
        int right = shift - exponent;
        BigInteger high =
                roundedDivision(BigInteger.valueOf(sum << Math.max(0, -right)).multiply(divided), 31, false);
        BigInteger level = roundedDivision(high, Math.max(0, right), true);
        return output.type().clamp(level.longValueExact() + output.zero());
    }

    /** Halves of negative numbers go away from zero, or towards it. */
    private static BigInteger roundedDivision(BigInteger x, int log2, boolean away) {
        if (log2 == 0) {
            return x;
        }
        BigInteger half = BigInteger.ONE.shiftLeft(log2 - 1);
        BigInteger magnitude = x.abs().add(half);
        boolean tie = x.signum() < 0
                && !away
                && x.abs().add(half).mod(half.shiftLeft(1)).signum() == 0;
        BigInteger quotient = magnitude.shiftRight(log2).subtract(tie ? BigInteger.ONE : BigInteger.ZERO);
        return x.signum() < 0 ? quotient.negate() : quotient;
    }

    @Property
    void agrees(@ForAll long seed) {
        Random r = new Random(seed);
        TensorType input =
                Kinds.type(Kinds.quantized(r, IntType.INT8, 0.01 + r.nextDouble()), size(r), size(r), size(r));
        Quantized output = Kinds.quantized(r, IntType.INT8, 0.01 + r.nextDouble());
        int[] frame = Kinds.frame(r, input);
        int channels = input.shape().channels();
        int[] wanted = IntStream.range(0, channels)
                .map(c -> naive(
                        sum(frame, c, channels, input.element().zero()),
                        input.shape().pixels(),
                        input.element().scale() / output.scale(),
                        output))
                .toArray();
        assertArrayEquals(wanted, Kinds.run(new Mean(output), input, frame));
    }

    private static long sum(int[] frame, int channel, int channels, int zero) {
        return IntStream.range(0, frame.length)
                .filter(i -> i % channels == channel)
                .mapToLong(i -> frame[i] - zero)
                .sum();
    }

    private static int size(Random random) {
        return 1 + random.nextInt(8);
    }

    @Test
    void shapes() {
        Mean mean = Mean.mean().output(INT8).get();
        assertEquals(Kinds.type(INT8, 1, 1, 5), Kinds.infer(mean, Kinds.type(INT8, 8, 8, 5)));
        assertEquals(Kinds.type(INT8, 1, 5), Kinds.infer(mean, Kinds.type(INT8, 8, 5)));
    }

    @Test
    void refusals() {
        Mean tiny = new Mean(new Quantized(IntType.INT8, 1e-9, 0));
        assertEquals(
                List.of("mean: the input is [4], not [width, channels] or [height, width, channels]"),
                Kinds.problems(new Mean(INT8), Kinds.type(INT8, 4)));
        assertTrue(Kinds.problems(tiny, Kinds.type(INT8, 8, 8, 4)).get(0).contains("beyond 32 bits"));
    }
}
