package systole.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import systole.diagnostic.Diagnostic;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.network.FixedPoint.FixedScale;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Requantization.Shift;
import systole.network.Requantization.ShiftRounding;
import systole.network.Requantization.Thresholds;

class RequantizersTest {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final Range ALL_32 = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);

    private static Requantizer scaled(ScaleRounding rounding, double scale) {
        return Requantizers.of(new Scaled(rounding, List.of(scale)), 1, 1);
    }

    /** The three formulas again, in unbounded arithmetic. */
    @Property
    void tensorFlowLite(
            @ForAll int x,
            @ForAll @DoubleRange(min = 0.5, max = 1, maxIncluded = false) @Scale(15) double q,
            @ForAll @IntRange(min = -31, max = 8) int exponent) {
        double scale = Math.scalb(q, exponent);
        int acc = x >> (Math.max(exponent, 0) + 1);
        FixedScale d = FixedPoint.quantizeMultiplier(scale);
        BigInteger product = BigInteger.valueOf(acc).multiply(BigInteger.valueOf(d.mantissa()));
        BigInteger high = product.shiftLeft(Math.max(d.exponent(), 0))
                .add(BigInteger.ONE.shiftLeft(30))
                .shiftRight(31);
        int right = Math.max(-d.exponent(), 0);

        assertEquals(
                rounded(new BigDecimal(high), right, RoundingMode.HALF_UP),
                scaled(ScaleRounding.DOUBLE, scale).apply(0, acc));
        assertEquals(
                right == 0
                        ? high.longValueExact()
                        : high.add(BigInteger.ONE.shiftLeft(right - 1))
                                .shiftRight(right)
                                .longValueExact(),
                scaled(ScaleRounding.HALF_UP, scale).apply(0, acc));
        assertEquals(
                product.add(BigInteger.ONE.shiftLeft(30 - d.exponent()))
                        .shiftRight(31 - d.exponent())
                        .longValueExact(),
                scaled(ScaleRounding.SINGLE, scale).apply(0, acc));
    }

    private static long rounded(BigDecimal x, int n, RoundingMode mode) {
        return x.divide(TWO.pow(n), MathContext.UNLIMITED).setScale(0, mode).longValueExact();
    }

    @Test
    void roundingsDifferWhereTheyShould() {
        assertEquals(-1, scaled(ScaleRounding.DOUBLE, 0.125).apply(0, -4), "half away from zero");
        assertEquals(0, scaled(ScaleRounding.HALF_UP, 0.125).apply(0, -4), "half up");
        assertEquals(0, scaled(ScaleRounding.SINGLE, 0.125).apply(0, -4), "half up");
        assertEquals(0, scaled(ScaleRounding.FLOAT_HALF_EVEN, 0.125).apply(0, -4), "half to even");
        assertEquals(2, scaled(ScaleRounding.FLOAT_HALF_EVEN, 0.125).apply(0, 12), "half to even");
        double twice = 0.1249999;
        assertEquals(1, scaled(ScaleRounding.DOUBLE, twice).apply(0, 4), "both steps round up");
        assertEquals(0, scaled(ScaleRounding.SINGLE, twice).apply(0, 4), "one step rounds down");
    }

    @Property
    void onnxRuntime(@ForAll int x, @ForAll @DoubleRange(min = 1e-7, max = 10) @Scale(15) double scale) {
        float f = (float) scale;
        float product = Float.parseFloat(
                new BigDecimal((float) x).multiply(new BigDecimal(f)).toString());
        long expected =
                new BigDecimal(product).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        assertEquals(expected, scaled(ScaleRounding.FLOAT_HALF_EVEN, scale).apply(0, x));
    }

    @Test
    void floatScalesAreFormedInFloat() {
        double input = 0.1f;
        double weight = 0.3f;
        double output = 0.7f;
        float scale = 0.1f * 0.3f / 0.7f;
        Requantizer requantizer =
                Requantizers.of(new Scaled(ScaleRounding.FLOAT_HALF_EVEN, List.of(weight)), input, output);
        for (int x = -5_000_000; x < 5_000_000; x += 997) {
            assertEquals((long) Math.rint((float) x * scale), requantizer.apply(0, x));
        }
    }

    @Test
    void theProductOfScalesMayBeRoundedToFloatFirst() {
        double input = 0.1f;
        double weight = 0.3f;
        Scaled scaled = new Scaled(ScaleRounding.SINGLE, List.of(weight));
        int x = 2_000_000_000;
        long exact = Requantizers.of(scaled, input, 0.03).apply(0, x);
        long product = Requantizers.of(scaled, input, 0.03, true).apply(0, x);
        assertNotEquals(exact, product);
        assertEquals(
                scaled(ScaleRounding.SINGLE, (double) (float) (input * weight) / 0.03)
                        .apply(0, x),
                product);
    }

    @Property
    void shift(
            @ForAll int x,
            @ForAll @IntRange(max = 1 << 20) int mul,
            @ForAll int add,
            @ForAll @IntRange(max = 40) int log2) {
        Requantizer requantizer = Requantizers.of(new Shift(List.of((long) mul), List.of((long) add), log2), 1, 1);
        BigInteger divisor = BigInteger.ONE.shiftLeft(log2);
        BigInteger sum = BigInteger.valueOf(x)
                .multiply(BigInteger.valueOf(mul))
                .add(BigInteger.valueOf(add))
                .add(divisor.shiftRight(1));
        BigInteger floor = sum.subtract(sum.mod(divisor)).divide(divisor);
        assertEquals(floor.longValueExact(), requantizer.apply(0, x));
    }

    @Property
    void pow2(@ForAll int x, @ForAll @IntRange(max = 40) int n) {
        BigDecimal real = BigDecimal.valueOf(x);
        assertEquals(rounded(real, n, RoundingMode.FLOOR), pow2(ShiftRounding.FLOOR, n, x));
        assertEquals(rounded(real, n, RoundingMode.HALF_EVEN), pow2(ShiftRounding.HALF_EVEN, n, x));
        assertEquals(rounded(real, n, RoundingMode.HALF_UP), pow2(ShiftRounding.HALF_AWAY, n, x));
        BigDecimal half = new BigDecimal("0.5");
        long up = real.divide(TWO.pow(n), MathContext.UNLIMITED)
                .add(half)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
        assertEquals(up, pow2(ShiftRounding.HALF_UP, n, x));
    }

    private static long pow2(ShiftRounding rounding, int n, long x) {
        return Requantizers.of(new Pow2(rounding, List.of(n)), 1, 1).apply(0, x);
    }

    @Property
    void thresholds(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = -9, max = 9) Integer> row,
            @ForAll @IntRange(min = -10, max = 10) int x) {
        int steps = row.size();
        int[] levels = new int[2 * steps];
        Arrays.fill(levels, Integer.MAX_VALUE);
        for (int i = 0; i < steps; i++) {
            levels[steps + i] = row.stream().sorted().toList().get(i);
        }
        Requantizer requantizer = Requantizers.of(new Thresholds(new IntTensor(List.of(2, steps), levels)), 1, 1);
        assertEquals(0, requantizer.apply(0, x));
        assertEquals(row.stream().filter(t -> t <= x).count(), requantizer.apply(1, x));
    }

    /** Whatever is not refused never decreases. */
    @Property
    void everyRequantizerIsMonotone(
            @ForAll ScaleRounding rounding,
            @ForAll @DoubleRange(min = 1e-9, max = 1.9) @Scale(15) double scale,
            @ForAll @IntRange(min = -(1 << 29), max = 1 << 29) int x) {
        Requantizer requantizer = scaled(rounding, scale);
        assertTrue(requantizer.apply(0, x) <= requantizer.apply(0, x + 1));
    }

    @Test
    void channelsHaveTheirOwnScale() {
        Requantizer requantizer = Requantizers.of(new Scaled(ScaleRounding.DOUBLE, List.of(0.5, 0.25)), 2, 4);
        assertEquals(25, requantizer.apply(0, 100));
        assertEquals(13, requantizer.apply(1, 100));
    }

    @Test
    void reducedMultipliersHave48Bits() {
        Requantizer half = scaled(ScaleRounding.REDUCED, Math.scalb(1.0, -20));
        assertTrue(half.refuse(0, new Range(-1L << 47, (1L << 47) - 1)).isEmpty(), "48 bits");
        assertTrue(half.refuse(0, new Range(0, 1L << 47)).isPresent(), "49 bits");
        assertTrue(
                scaled(ScaleRounding.REDUCED, 0.5)
                        .refuse(0, new Range(0, 1L << 33))
                        .isPresent(),
                "a level of 33 bits");
        assertTrue(
                scaled(ScaleRounding.REDUCED, 128)
                        .refuse(0, new Range(0, 1 << 8))
                        .isPresent(),
                "an exponent of 8");
        // 2 / 3 is 21845 / 2^15, and a number close to 1 has the largest multiplier.
        assertEquals(21845, scaled(ScaleRounding.REDUCED, 2 / 3.0).apply(0, 32768));
        assertEquals(32767, scaled(ScaleRounding.REDUCED, 0.9999999).apply(0, 32768));
    }

    @Test
    void overflowOf32BitsIsRefused() {
        assertTrue(
                scaled(ScaleRounding.EXACT, 0.5)
                        .refuse(0, new Range(0, 1L << 31))
                        .isEmpty(),
                "exact, of 33 bits");
        for (ScaleRounding rounding : ScaleRounding.values()) {
            if (rounding == ScaleRounding.EXACT || rounding == ScaleRounding.REDUCED) {
                continue;
            }
            assertTrue(scaled(rounding, 0.5).refuse(0, ALL_32).isEmpty(), rounding + " of 32 bits");
            assertTrue(scaled(rounding, 0.5).refuse(0, new Range(0, 1L << 31)).isPresent(), rounding + " of 33 bits");
            assertTrue(
                    scaled(rounding, Math.scalb(1.0, 40))
                                    .refuse(0, new Range(0, 1 << 20))
                                    .isPresent()
                            || rounding == ScaleRounding.FLOAT_HALF_EVEN,
                    rounding + " of a huge scale");
        }
        Requantizer four = scaled(ScaleRounding.DOUBLE, 3.0);
        assertTrue(four.refuse(0, new Range(-(1 << 29), (1 << 29) - 1)).isEmpty());
        assertTrue(four.refuse(0, new Range(0, 1 << 29)).isPresent(), "2^29 << 2");
        Requantizer single = scaled(ScaleRounding.SINGLE, 3.0);
        assertTrue(single.refuse(0, new Range(0, 1 << 29)).isEmpty(), "a 64-bit product");
        assertTrue(single.refuse(0, new Range(0, 1 << 30)).isPresent(), "3 * 2^30");
        Requantizer wide = Requantizers.of(new Shift(List.of(1L << 40), List.of(0L), 8), 1, 1);
        assertTrue(wide.refuse(0, new Range(-1 << 21, 1 << 21)).isEmpty());
        assertTrue(wide.refuse(0, new Range(0, 1 << 23)).isPresent());
    }

    private static List<String> problems(Requantization requantization, int channels) {
        Problems problems = new Problems();
        Requantizers.check(requantization, channels, SourceRef.NONE, problems);
        return problems.list().stream().map(Diagnostic::message).toList();
    }

    @Test
    void meaninglessRequantizationsAreRefused() {
        assertEquals(List.of(), problems(new Scaled(ScaleRounding.DOUBLE, List.of(1.0)), 3));
        assertEquals(
                List.of("there are 2 weight scales for 3 output channels"),
                problems(new Scaled(ScaleRounding.DOUBLE, List.of(1.0, 2.0)), 3));
        assertEquals(
                List.of("a weight scale is not a positive number"),
                problems(new Scaled(ScaleRounding.DOUBLE, List.of(1.0, 0.0)), 2));
        assertEquals(
                List.of("there are 2 factors 'mul' for 3 output channels", "a factor 'mul' is negative"),
                problems(new Shift(List.of(1L, -1L), List.of(0L), 0), 3));
        assertEquals(List.of("a 'log2' is outside 0..62"), problems(new Shift(List.of(1L), List.of(0L), 63), 3));
        assertEquals(
                List.of("a 'shift' is outside 0..62"),
                problems(new Pow2(ShiftRounding.FLOOR, Collections.nCopies(3, -1)), 3));
        assertEquals(
                List.of("thresholds have the dimensions [3]"), problems(new Thresholds(IntTensor.vector(1, 2, 3)), 3));
        IntTensor falling = new IntTensor(List.of(2, 3), new int[] {1, 2, 3, 0, 5, 4});
        assertEquals(
                List.of("there are 2 rows of thresholds for 3 output channels", "the thresholds of a channel decrease"),
                problems(new Thresholds(falling), 3));
        IntTensor rows = new IntTensor(List.of(2, 2), new int[] {1, 2, -5, -4});
        assertEquals(List.of(), problems(new Thresholds(rows), 2), "each row starts anew");
    }
}
