package systole.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuantizedTest {
    private static final Quantized BYTE = new Quantized(IntType.INT8, 0.5, 3);

    @Test
    void halvesGoAwayFromZero() {
        assertEquals(3, BYTE.quantize(0));
        assertEquals(4, BYTE.quantize(0.25));
        assertEquals(2, BYTE.quantize(-0.25));
        assertEquals(3, BYTE.quantize(Math.nextDown(0.25)));
        assertEquals(3, BYTE.quantize(Math.nextUp(-0.25)));
    }

    @Test
    void whatIsBeyondTheTypeSaturates() {
        assertEquals(127, BYTE.quantize(Double.POSITIVE_INFINITY));
        assertEquals(-128, BYTE.quantize(Double.NEGATIVE_INFINITY));
        assertEquals(127, BYTE.quantize(Double.MAX_VALUE));
        assertEquals(-128, BYTE.quantize(-1e9));
        assertEquals(3, BYTE.quantize(Double.NaN));
    }

    @Property
    void agreesWithDecimalArithmetic(
            @ForAll @DoubleRange(min = -300, max = 300) double real,
            @ForAll @DoubleRange(min = 0.01, max = 3) double scale,
            @ForAll @IntRange(min = -128, max = 127) int zero) {
        Quantized element = new Quantized(IntType.INT8, scale, zero);
        BigDecimal nearest = new BigDecimal(real / scale).setScale(0, RoundingMode.HALF_UP);
        assertEquals(IntType.INT8.clamp(nearest.longValueExact() + zero), element.quantize(real));
    }

    @Property
    void elementsComeBack(@ForAll @IntRange(min = -128, max = 127) int element) {
        assertEquals(element, BYTE.quantize(BYTE.dequantize(element)));
    }
}
