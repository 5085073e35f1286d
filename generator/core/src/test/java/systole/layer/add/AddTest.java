package systole.layer.add;

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
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import systole.layer.Kinds;
import systole.layer.pair.PairBuilder;
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

class AddTest {
    /** MBQM for factors below 1, in unbounded arithmetic. */
    private static BigInteger scaled(BigInteger x, double factor) {
        FixedScale d = FixedPoint.quantizeMultiplier(factor);
        BigInteger high = x.multiply(BigInteger.valueOf(d.mantissa()))
                .add(BigInteger.ONE.shiftLeft(30))
                .shiftRight(31);
        return new BigDecimal(high)
                .divide(new BigDecimal(BigInteger.ONE.shiftLeft(-d.exponent())))
                .setScale(0, RoundingMode.HALF_UP)
                .toBigIntegerExact();
    }

    private static int rescaled(int x1, Quantized q1, int x2, Quantized q2, int sign, Quantized out) {
        double t = 2 * Math.max(q1.scale(), q2.scale());
        BigInteger a1 = scaled(BigInteger.valueOf(x1 - q1.zero()).shiftLeft(20), q1.scale() / t);
        BigInteger a2 =
                scaled(BigInteger.valueOf((long) sign * (x2 - q2.zero())).shiftLeft(20), q2.scale() / t);
        BigInteger sum = scaled(a1.add(a2), t / (1048576 * out.scale()));
        return out.type().clamp(sum.longValueExact() + out.zero());
    }

    @Property
    void tensorFlowLite(
            @ForAll long seed,
            @ForAll boolean difference,
            @ForAll @DoubleRange(min = 0.001, max = 4) @Scale(15) double s1,
            @ForAll @DoubleRange(min = 0.001, max = 4) @Scale(15) double s2,
            @ForAll @DoubleRange(min = 0.001, max = 4) @Scale(15) double so) {
        Random r = new Random(seed);
        TensorType first = Kinds.type(Kinds.quantized(r, IntType.INT8, s1), 4, 4, 3);
        TensorType second = Kinds.type(Kinds.quantized(r, IntType.UINT8, s2), 4, 4, 3);
        Quantized output = Kinds.quantized(r, IntType.INT8, so);
        Adding layer = difference
                ? Sub.sub().output(output).get()
                : Add.add().output(output).get();
        int sign = difference ? -1 : 1;
        int[] a = Kinds.frame(r, first);
        int[] b = Kinds.frame(r, second);
        int[] expected = new int[a.length];
        for (int i = 0; i < a.length; i++) {
            expected[i] = rescaled(a[i], first.element(), b[i], second.element(), sign, output);
        }
        assertArrayEquals(expected, Kinds.run(layer, List.of(first, second), List.of(a, b)));
    }

    @Property
    void plain(@ForAll long seed, @ForAll boolean difference) {
        Random r = new Random(seed);
        IntType int12 = new IntType(12, true);
        TensorType first = Kinds.type(Kinds.quantized(r, int12, 0.5), 5, 2);
        TensorType second = Kinds.type(Kinds.quantized(r, int12, 0.25), 5, 2);
        Quantized output = new Quantized(IntType.INT8, 1, 7);
        PairBuilder<? extends Adding> builder = difference ? Sub.sub() : Add.add();
        Adding layer = builder.requant(new Pow2(ShiftRounding.FLOOR, List.of(3, 5)))
                .activation(Activation.Named.RELU)
                .output(output)
                .get();
        int[] a = Kinds.frame(r, first);
        int[] b = Kinds.frame(r, second);
        int[] expected = new int[a.length];
        for (int i = 0; i < a.length; i++) {
            int y = b[i] - second.element().zero();
            int sum = a[i] - first.element().zero() + (difference ? -y : y);
            int level = Math.floorDiv(sum, i % 2 == 0 ? 8 : 32) + 7;
            expected[i] = Math.max(7, Math.min(127, level));
        }
        assertArrayEquals(expected, Kinds.run(layer, List.of(first, second), List.of(a, b)));
    }

    @Property
    void sumsStayWithinTheReachableRange(@ForAll long seed) {
        Random r = new Random(seed);
        TensorType first = Kinds.type(Kinds.quantized(r, IntType.INT8, r.nextDouble() + 0.01), 1);
        TensorType second = Kinds.type(Kinds.quantized(r, IntType.INT8, r.nextDouble() + 0.01), 1);
        AddArithmetic arithmetic =
                Sub.sub().output(new Quantized(IntType.INT8)).get().arithmetic(List.of(first, second));
        for (int x = -128; x < 128; x++) {
            int y = Kinds.frame(r, second)[0];
            assertTrue(arithmetic.reachable().contains(arithmetic.combine(x, y)));
        }
    }

    @Test
    void refusals() {
        Quantized int8 = new Quantized(IntType.INT8);
        Quantized int9 = new Quantized(new IntType(9, true), 0.5, 0);
        Add rescaled = Add.add().output(int8).get();
        assertEquals(
                List.of(
                        "add: the inputs are [2, 3] and [3, 2]",
                        "add: inputs of int8 and int9 cannot be rescaled exactly"),
                Kinds.problems(rescaled, Kinds.type(int8, 2, 3), Kinds.type(int9, 3, 2)));
        Add tiny = Add.add().output(new Quantized(IntType.INT8, 1e-7, 0)).get();
        assertEquals(
                List.of("add: the output's scale is less than 2^-19 of the larger input scale"),
                Kinds.problems(tiny, Kinds.type(int8, 3), Kinds.type(int8, 3)));
        Add scales = Add.add()
                .requant(new Scaled(ScaleRounding.DOUBLE, List.of(1.0)))
                .output(int8)
                .get();
        assertEquals(
                List.of("add: the inputs have different scales, and their integers are added as they are"),
                Kinds.problems(scales, Kinds.type(int8, 3), Kinds.type(int9, 3)));
    }
}
