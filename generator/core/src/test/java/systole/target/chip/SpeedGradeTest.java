package systole.target.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.target.chip.SpeedGrade.Fabric;

class SpeedGradeTest {
    private static Optional<SpeedGrade> of(String part) {
        return ChipFamilies.of(part).speedGrade(part);
    }

    @ParameterizedTest
    @CsvSource({
        "xc7a35ticsg324-1L, ARTIX, 1",
        "xc7a100tcsg324-3, ARTIX, 3",
        "xc7s50csga324-2, ARTIX, 2",
        "xc7z007sclg400-1, ARTIX, 1",
        "xc7z010clg400-1, ARTIX, 1",
        "xc7z012sclg485-2, ARTIX, 2",
        "xc7z020clg400-3, ARTIX, 3",
        "xc7z030sbg485-1, KINTEX, 1",
        "xc7z045ffg900-2, KINTEX, 2",
        "xc7z100ffg900-2, KINTEX, 2",
        "xc7k325tffg900-2, KINTEX, 2",
        "xc7vx485tffg1761-3, KINTEX, 3",
        "xc7k325tffg900-2L, KINTEX, 1",
        "xc7z045, KINTEX, 1"
    })
    void thePartTellsIt(String part, Fabric fabric, int grade) {
        assertEquals(Optional.of(new SpeedGrade(fabric, grade)), of(part));
    }

    @Test
    void ofUltraScalePlusNothingIsKnown() {
        assertEquals(Optional.empty(), of("xck26-sfvc784-2LV-c"));
    }

    @ParameterizedTest
    @CsvSource({
        "ARTIX, 1, 1.000, 100",
        "ARTIX, 2, 0.866, 100",
        "ARTIX, 3, 0.752, 125",
        "KINTEX, 1, 0.846, 100",
        "KINTEX, 2, 0.732, 125",
        "KINTEX, 3, 0.638, 150"
    })
    void quickerChipsHaveShorterDelays(Fabric fabric, int grade, double slowness, double mhz) {
        SpeedGrade speed = new SpeedGrade(fabric, grade);
        assertEquals(slowness, speed.slowness(), 5e-4);
        assertEquals(mhz, speed.clockMhz());
        assertEquals(1000 / 150.0 * slowness, speed.designedNs(), 5e-3);
    }

    @Test
    void thereIsNoOtherGrade() {
        assertThrows(IllegalArgumentException.class, () -> new SpeedGrade(Fabric.ARTIX, 0));
        assertThrows(IllegalArgumentException.class, () -> new SpeedGrade(Fabric.ARTIX, 4));
    }
}
