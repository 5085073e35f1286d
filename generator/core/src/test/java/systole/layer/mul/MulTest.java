package systole.layer.mul;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import systole.layer.Kinds;
import systole.network.Activation;
import systole.network.FixedPoint;
import systole.network.FixedPoint.FixedScale;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Requantization.ShiftRounding;
import systole.network.TensorType;

class MulTest {
    /** MBQM in unbounded arithmetic. */
    private static long scaled(long x, double factor) {
        FixedScale d = FixedPoint.quantizeMultiplier(factor);
        BigInteger high = BigInteger.valueOf(x)
                .shiftLeft(Math.max(0, d.exponent()))
                .multiply(BigInteger.valueOf(d.mantissa()))
                .add(BigInteger.ONE.shiftLeft(30))
                .shiftRight(31);
        return new BigDecimal(high)
                .divide(new BigDecimal(BigInteger.ONE.shiftLeft(Math.max(0, -d.exponent()))))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    @Property
    void tensorFlowLite(
            @ForAll long seed,
            @ForAll @FloatRange(min = 0.001f, max = 4) @Scale(9) float s1,
            @ForAll @FloatRange(min = 0.001f, max = 4) @Scale(9) float s2,
            @ForAll @FloatRange(min = 0.001f, max = 4) @Scale(9) float so) {
        Random r = new Random(seed);
        TensorType first = Kinds.type(Kinds.quantized(r, IntType.INT8, s1), 4, 4, 3);
        TensorType second = Kinds.type(Kinds.quantized(r, IntType.UINT8, s2), 4, 4, 3);
        Quantized output = Kinds.quantized(r, IntType.INT8, so);
        Mul mul = Mul.mul().activation(Activation.Named.RELU).output(output).get();
        int[] a = Kinds.frame(r, first);
        int[] b = Kinds.frame(r, second);
        int[] expected = new int[a.length];
        for (int i = 0; i < a.length; i++) {
            long product = (a[i] - first.element().zero())
                    * (long) (b[i] - second.element().zero());
            long level = scaled(product, s1 * s2 / so) + output.zero();
            expected[i] = Math.max(output.zero(), output.type().clamp(level));
        }
        assertArrayEquals(expected, Kinds.run(mul, List.of(first, second), List.of(a, b)));
    }

    /** As they are: the input scale is the product of both. */
    @Property
    void plain(@ForAll long seed) {
        Random r = new Random(seed);
        TensorType first = Kinds.type(Kinds.quantized(r, new IntType(12, true), 0.5), 5, 2);
        TensorType second = Kinds.type(Kinds.quantized(r, new IntType(9, false), 0.25), 5, 2);
        Quantized output = new Quantized(new IntType(16, true), 0.125, 0);
        int[] a = Kinds.frame(r, first);
        int[] b = Kinds.frame(r, second);
        int[] shifted = new int[a.length];
        for (int i = 0; i < a.length; i++) {
            long product = (a[i] - first.element().zero())
                    * (long) (b[i] - second.element().zero());
            shifted[i] = output.type().clamp(product >> (i % 2 == 0 ? 8 : 3));
        }
        Mul floor = Mul.mul()
                .requant(new Pow2(ShiftRounding.FLOOR, List.of(8, 3)))
                .output(output)
                .get();
        assertArrayEquals(shifted, Kinds.run(floor, List.of(first, second), List.of(a, b)));
        Mul one = Mul.mul()
                .requant(new Scaled(ScaleRounding.SINGLE, List.of(1.0)))
                .output(output)
                .get();
        int[] same = Kinds.run(one, List.of(first, second), List.of(a, b));
        for (int i = 0; i < a.length; i++) {
            long product = (a[i] - first.element().zero())
                    * (long) (b[i] - second.element().zero());
            assertEquals(output.type().clamp(product), same[i]);
        }
    }

    @Property
    void productsStayWithinTheReachableRange(@ForAll long seed) {
        Random r = new Random(seed);
        TensorType first = Kinds.type(Kinds.quantized(r, IntType.INT8, 1), 1);
        TensorType second = Kinds.type(Kinds.quantized(r, IntType.UINT8, 1), 1);
        MulArithmetic arithmetic =
                Mul.mul().output(new Quantized(IntType.INT8)).get().arithmetic(List.of(first, second));
        for (int x = -128; x < 128; x++) {
            int y = Kinds.frame(r, second)[0];
            assertTrue(arithmetic.reachable().contains(arithmetic.combine(x, y)));
        }
    }

    @Test
    void refusals() {
        Quantized int8 = new Quantized(IntType.INT8);
        Quantized uint16 = new Quantized(new IntType(16, false));
        Mul mul = Mul.mul().output(int8).get();
        assertEquals(
                List.of("mul: the inputs are [2, 3] and [3]"),
                Kinds.problems(mul, Kinds.type(int8, 2, 3), Kinds.type(int8, 3)));
        assertEquals(
                List.of("channel 0: the accumulator reaches 0..4294836225, beyond 32 bits"),
                Kinds.problems(mul, Kinds.type(uint16, 3), Kinds.type(uint16, 3)));
        assertEquals(
                List.of("there are 2 shifts for 3 output channels"),
                Kinds.problems(
                        Mul.mul()
                                .requant(new Pow2(ShiftRounding.FLOOR, List.of(1, 2)))
                                .output(int8)
                                .get(),
                        Kinds.type(int8, 3),
                        Kinds.type(int8, 3)));
    }
}
