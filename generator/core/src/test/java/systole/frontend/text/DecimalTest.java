package systole.frontend.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DecimalTest {
    @Property
    void readsBackExactlyAndIsNoLongerThanJavasOwn(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        Assume.that(Double.isFinite(value));
        String text = Decimal.of(value);
        assertEquals(value, Double.parseDouble(text));
        assertTrue(digits(text) <= digits(Double.toString(value)), text);
        assertTrue(text.matches("[+-]?[0-9]+(\\.[0-9]+)?(e[+-]?[0-9]+)?"), text);
    }

    private static long digits(String text) {
        String mantissa = text.replaceAll("[eE].*", "").replaceAll("[-.]", "");
        return mantissa.replaceAll("^0+|0+$", "").length();
    }

    @Test
    void isPlainWherePeopleReadIt() {
        assertEquals("0.00392156862745098", Decimal.of(1 / 255.0));
        assertEquals("0.1", Decimal.of(0.1));
        assertEquals("100", Decimal.of(100));
        assertEquals("2e-7", Decimal.of(2e-7));
        assertEquals("1e23", Decimal.of(Double.parseDouble("1e23")));
        assertEquals("5e-324", Decimal.of(Double.MIN_VALUE));
        assertEquals("0", Decimal.of(0));
        assertEquals("-0.0", Decimal.of(-0.0));
    }
}
