package systole.form.requant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.target.chip.ChipFamilies;

class RequantFormTest {
    @Test
    void multiplyShiftSaturatesAddsBySignShiftsAddsZeroAndClamps() {
        MultiplyShift form = shift(5, 3, 2, 2, 1, false, 10, -20, 21);
        assertEquals(Math.floorDiv(15 * 3 + 2, 4) + 10, form.apply(0, 1000), "saturated to 15");
        assertEquals(Math.floorDiv(-16 * 3 + 1, 4) + 10, form.apply(0, -1000), "saturated to -16");
        assertEquals(10, form.apply(0, 0));
        assertEquals(Math.floorDiv(-3 + 1, 4) + 10, form.apply(0, -1));
        assertEquals(12, shift(5, 3, 2, 2, 1, false, 10, -20, 12).apply(0, 15));
        assertEquals(5, shift(5, 3, 2, 2, 1, false, 10, 5, 12).apply(0, -16));
        assertTrue(form.signedAdd());
        assertFalse(shift(5, 3, 2, 2, 2, false, 10, -20, 21).signedAdd());
    }

    @Test
    void tiesGoToTheEvenLevelWithoutTheZeroPoint() {
        MultiplyShift form = shift(8, 1, 1, 1, 1, true, 1, -100, 100);
        long[] levels =
                LongStream.rangeClosed(-5, 5).map(x -> form.apply(0, x) - 1).toArray();
        assertArrayEquals(new long[] {-2, -2, -2, -1, 0, 0, 0, 1, 2, 2, 2}, levels, "x / 2");
    }

    @Test
    void productBitsHoldEveryProduct() {
        assertEquals(8, shift(5, 7, 0, 15, 0, false, 0, 0, 1).productBits(), "-112 to 120");
        assertEquals(9, shift(5, 7, 0, 23, 0, false, 0, 0, 1).productBits(), "-112 to 128");
        assertEquals(9, shift(5, 7, 0, 0, -17, false, 0, 0, 1).productBits(), "-129 to 105");
    }

    @ParameterizedTest
    @CsvSource({
        "25,17,1", "18,24,1", "19,18,2", "26,17,2", "25,34,2", "35,24,2", "25,35,4", "36,24,4", "42,17,2", "42,18,4"
    })
    void slices(int accBits, int multBits, int slices) {
        long[] mult = {(1L << multBits) - 1};
        long[] add = {0};
        assertEquals(
                slices,
                new MultiplyShift(accBits, multBits, 20, mult, add, add, false, 0, 0, 255)
                        .dsps(ChipFamilies.usual().dsp()));
    }

    @Test
    void invalidMultiplyShiftsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> shift(5, -1, 2, 0, 0, false, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> shift(5, 1, 63, 0, 0, false, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> shift(5, 1, 0, 0, 0, true, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> shift(40, 1L << 24, 0, 0, 0, false, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> shift(5, 1, 0, Long.MAX_VALUE, 0, false, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> shift(5, 1, 2, 0, 0, false, 0, 2, 1));
    }

    @Test
    void formsAreValues() {
        assertEquals(shift(5, 3, 2, 2, 1, false, 1, 0, 9), shift(5, 3, 2, 2, 1, false, 1, 0, 9));
        assertNotEquals(shift(5, 3, 2, 2, 1, false, 1, 0, 9), shift(5, 3, 2, 2, 2, false, 1, 0, 9));
        long[][] rows = {{-3}};
        ThresholdForm form = new ThresholdForm(3, 0, rows);
        rows[0][0] = 0;
        form.thresholds()[0][0] = 0;
        assertEquals(new ThresholdForm(3, 0, new long[][] {{-3}}), form);
    }

    @Test
    void neverIsOutOfReachOfSaturation() {
        ThresholdForm form = new ThresholdForm(3, 7, new long[][] {{-4, 3, 4}});
        assertEquals(-4, form.always());
        assertEquals(4, form.never());
        assertEquals(4, form.thresholdBits());
        assertEquals(2, form.comparisons());
        assertEquals(8, form.apply(0, -1000));
        assertEquals(8, form.apply(0, 2));
        assertEquals(9, form.apply(0, 3));
        assertEquals(9, form.apply(0, 1000));
        assertEquals(3, new ThresholdForm(3, 7, new long[][] {{-4, 3, 3}}).thresholdBits());
    }

    @Test
    void invalidThresholdsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ThresholdForm(3, 0, new long[][] {{1, 2}}));
        assertThrows(IllegalArgumentException.class, () -> new ThresholdForm(3, 0, new long[][] {{2, 1, 3}}));
        assertThrows(IllegalArgumentException.class, () -> new ThresholdForm(3, 0, new long[][] {{5}}));
        assertThrows(IllegalArgumentException.class, () -> new ThresholdForm(3, 0, new long[][] {{1}, {1, 2, 3}}));
        assertThrows(IllegalArgumentException.class, () -> new ThresholdForm(12, 0, new long[][] {new long[511]}));
    }

    private static MultiplyShift shift(
            int accBits, long m, int shift, long positive, long negative, boolean ties, int zero, int lo, int hi) {
        long[] mult = {m};
        return new MultiplyShift(
                accBits,
                MultiplyShift.bits(mult),
                shift,
                mult,
                new long[] {positive},
                new long[] {negative},
                ties,
                zero,
                lo,
                hi);
    }
}
