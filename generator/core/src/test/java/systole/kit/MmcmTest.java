package systole.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.diagnostic.RefusedException;

class MmcmTest {
    private static final String PART = "xc7a35tcpg236-1";

    @ParameterizedTest
    @CsvSource({
        // No fraction where none is needed, the quickest oscillator of those.
        "xc7a35tcpg236-1, 100, 100, 11.000, 1, 11.000",
        "xc7a35tcpg236-1, 100, 125, 10.000, 1, 8.000",
        "xc7a35tcpg236-1, 100, 150, 9.000, 1, 6.000",
        "xc7a35tcpg236-1, 12, 100, 62.500, 1, 7.500",
        "xc7a35tcpg236-1, 12, 12, 64.000, 1, 64.000",
        "xc7a200tsbg484-3, 100, 100, 15.000, 1, 15.000",
        "xc7a35ticsg324-1L, 100, 66.5, 66.500, 10, 10.000",
    })
    void choosesWhatTheDataSheetAllows(String part, double in, double out, String multiply, int divide, String output) {
        Mmcm mmcm = MmcmSearch.choose(part, in, out);
        if (out == 66.5) {
            assertEquals(66.5e6, mmcm.outHz());
            return;
        }
        assertEquals(
                multiply + " " + divide + " " + output, mmcm.multiply() + " " + mmcm.divide() + " " + mmcm.output());
        assertEquals(out * 1e6, mmcm.outHz());
    }

    /** Every clock that can be made is made within the limits, and no other setting comes nearer from below. */
    @Property(tries = 60)
    void neverQuickerAndAsNearAsCanBe(
            @ForAll @IntRange(min = 20_000, max = 200_000) int inKhz,
            @ForAll @IntRange(min = 5_000, max = 400_000) int outKhz,
            @ForAll long seed) {
        Mmcm mmcm = MmcmSearch.choose(PART, inKhz / 1e3, outKhz / 1e3);
        MmcmLimits limits = MmcmLimits.of(PART);
        assertTrue(limits.allow(mmcm), mmcm::toString);
        assertTrue(mmcm.outHz() <= outKhz * 1e3 * (1 + 1e-9), mmcm::toString);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            Mmcm other =
                    new Mmcm(inKhz * 1000L, 16 + random.nextInt(497), 1 + random.nextInt(10), 8 + random.nextInt(1017));
            if (limits.allow(other) && other.outHz() <= outKhz * 1e3) {
                assertTrue(other.outHz() <= mmcm.outHz(), () -> other + " is nearer than " + mmcm);
            }
        }
    }

    @Test
    void limitsAreThoseOfTheSpeedGrade() {
        assertEquals(new MmcmLimits(450e6, 1200e6), MmcmLimits.of("xc7a35ticsg324-1L"));
        assertEquals(new MmcmLimits(500e6, 1440e6), MmcmLimits.of("xc7z020clg400-2"));
        assertEquals(new MmcmLimits(550e6, 1600e6), MmcmLimits.of("xc7a200tsbg484-3"));
        MmcmLimits limits = MmcmLimits.of(PART);
        assertTrue(limits.allow(new Mmcm(100_000_000, 88, 1, 88)));
        for (Mmcm bad : new Mmcm[] {
            new Mmcm(100_000_000, 96, 1, 96), // the oscillator at 1200 MHz, without a margin
            new Mmcm(100_000_000, 40, 1, 40), // at 500 MHz
            new Mmcm(100_000_000, 80, 1, 12), // a fraction below 2
            new Mmcm(100_000_000, 520, 8, 80), // multiplied by 65
            new Mmcm(100_000_000, 512, 11, 80), // the phase detector below 10 MHz
            new Mmcm(9_000_000, 512, 1, 80), // comes in below 10 MHz
            new Mmcm(600_000_000, 16, 1, 80), // the phase detector above 450 MHz
        }) {
            assertTrue(!limits.allow(bad), bad::toString);
        }
    }

    @Test
    void aClockThatCannotBeMadeIsRefused() {
        for (double mhz : new double[] {1, 4.6}) {
            RefusedException refusal = assertThrows(RefusedException.class, () -> MmcmSearch.choose(PART, 100, mhz));
            assertTrue(refusal.getMessage().contains("no clock manager makes"), refusal.getMessage());
        }
    }

    /** Constraints may ask for more speed than there is, never for less. */
    @Test
    void periodsAreRoundedDown() {
        assertEquals("83.333", Mmcm.periodNs(12e6));
        assertEquals("10.000", Mmcm.periodNs(100e6));
        assertEquals("7.518", Mmcm.periodNs(133e6));
    }
}
