package systole.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import systole.network.FixedPoint.FixedScale;

class FixedPointTest {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    @Test
    void knownMultipliers() {
        assertEquals(new FixedScale(1 << 30, 0), FixedPoint.quantizeMultiplier(0.5));
        assertEquals(new FixedScale(1 << 30, 1), FixedPoint.quantizeMultiplier(1));
        assertEquals(new FixedScale(1 << 30, 1), FixedPoint.quantizeMultiplier(Math.nextDown(1.0)), "rounds up to 1");
        assertEquals(new FixedScale(0x60000000, -2), FixedPoint.quantizeMultiplier(0.1875));
        assertEquals(new FixedScale(1 << 30, -31), FixedPoint.quantizeMultiplier(Math.scalb(1.0, -32)));
        assertEquals(new FixedScale(0, 0), FixedPoint.quantizeMultiplier(Math.scalb(1.0, -33)));
        assertEquals(new FixedScale(0, 0), FixedPoint.quantizeMultiplier(0));
        assertEquals(new FixedScale(0, 0), FixedPoint.quantizeMultiplier(Double.MIN_VALUE));
    }

    @Property
    void multipliersAreTheNearest(
            @ForAll @DoubleRange(min = 0.5, max = 1, maxIncluded = false) @Scale(15) double q,
            @ForAll @IntRange(min = -31, max = 31) int exponent) {
        FixedScale m = FixedPoint.quantizeMultiplier(Math.scalb(q, exponent));
        BigInteger nearest = new BigDecimal(q)
                .multiply(TWO.pow(31))
                .setScale(0, RoundingMode.HALF_UP)
                .toBigInteger();
        assertEquals(nearest, BigInteger.valueOf(m.mantissa()).shiftLeft(m.exponent() - exponent));
        assertTrue(m.mantissa() >= 1 << 30);
    }

    @Test
    void mostNegativeSquareSaturates() {
        assertEquals(Integer.MAX_VALUE, FixedPoint.srdhm(Integer.MIN_VALUE, Integer.MIN_VALUE));
    }

    /** The source's nudged truncation is rounding half up. */
    @Property
    void highProductRoundsHalfUp(@ForAll int a, @ForAll int b) {
        BigInteger expected = BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(b))
                .add(BigInteger.ONE.shiftLeft(30))
                .shiftRight(31)
                .min(BigInteger.valueOf(Integer.MAX_VALUE));
        assertEquals(expected.intValueExact(), FixedPoint.srdhm(a, b));
    }

    @Test
    void highProductOfTies() {
        assertEquals(1, FixedPoint.srdhm(1 << 15, 1 << 15));
        assertEquals(0, FixedPoint.srdhm(-1 << 15, 1 << 15));
        assertEquals(-1, FixedPoint.srdhm(-3 << 15, 1 << 15));
    }

    @Property
    void shiftsRound(@ForAll int high, @ForAll int low, @ForAll @IntRange(max = 62) int n) {
        long x = ((long) high << 30) + low;
        assertEquals(rounded(x, n, RoundingMode.HALF_UP), FixedPoint.halfAway(x, n));
        assertEquals(rounded(x, n, RoundingMode.HALF_EVEN), FixedPoint.halfEven(x, n));
        long up = rounded(x, n, x < 0 ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP);
        assertEquals(up, FixedPoint.halfUp(x, n));
        if (n < 32) {
            assertEquals(rounded(low, n, RoundingMode.HALF_UP), FixedPoint.rdbp(low, n));
        }
    }

    private static long rounded(long x, int n, RoundingMode mode) {
        return BigDecimal.valueOf(x)
                .divide(TWO.pow(n), MathContext.UNLIMITED)
                .setScale(0, mode)
                .longValueExact();
    }

    @Test
    void ties() {
        assertEquals(-3, FixedPoint.halfAway(-5, 1));
        assertEquals(-2, FixedPoint.halfUp(-5, 1));
        assertEquals(-2, FixedPoint.halfEven(-5, 1));
        assertEquals(4, FixedPoint.halfEven(7, 1));
    }

    @Test
    void a32BitRange() {
        assertTrue(FixedPoint.isInt32(new Range(Integer.MIN_VALUE, Integer.MAX_VALUE)));
        assertFalse(FixedPoint.isInt32(new Range(0, Integer.MAX_VALUE + 1L)));
        assertFalse(FixedPoint.isInt32(new Range(Integer.MIN_VALUE - 1L, 0)));
    }
}
