package systole.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "-1, 0, 1",
        "-1, 1, 2",
        "-2, 1, 2",
        "-128, 127, 8",
        "-129, 127, 9",
        "-128, 128, 9",
        "5, 8, 5",
        "-9223372036854775808, 0, 64"
    })
    void signedBits(long lo, long hi, int bits) {
        assertEquals(bits, new Range(lo, hi).signedBits());
    }

    @Test
    void ofSignedNeedsItsBits() {
        for (int bits = 1; bits <= 64; bits++) {
            assertEquals(bits, Range.ofSigned(bits).signedBits());
        }
        assertEquals(new Range(-128, 127), Range.ofSigned(8));
        assertThrows(IllegalArgumentException.class, () -> Range.ofSigned(0));
        assertThrows(IllegalArgumentException.class, () -> Range.ofSigned(65));
    }

    @Test
    void containsAndClamps() {
        Range range = new Range(-3, 4);
        assertTrue(range.contains(-3) && range.contains(4));
        assertFalse(range.contains(-4) || range.contains(5));
        assertEquals(-3, range.clamp(-9));
        assertEquals(4, range.clamp(9));
        assertEquals(1, range.clamp(1));
        assertThrows(IllegalArgumentException.class, () -> new Range(1, 0));
    }
}
