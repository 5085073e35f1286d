package systole.target.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourceVectorTest {
    @Test
    void whatIsNotNamedIsNothing() {
        ResourceVector some = ResourceVector.counted(Map.of(ResourceKind.DSP, 3, ResourceKind.URAM, 0));
        assertEquals(3, some.of(ResourceKind.DSP));
        assertEquals(0, some.of(ResourceKind.LUT));
        assertEquals(some, ResourceVector.NONE.with(ResourceKind.DSP, 3));
        assertEquals(ResourceVector.NONE, some.with(ResourceKind.DSP, 0));
    }

    @Test
    void lessThanNothingIsRefused() {
        assertEquals(
                "ff must not be negative, not '-1'",
                assertThrows(IllegalArgumentException.class, () -> ResourceVector.NONE.with(ResourceKind.FF, -1))
                        .getMessage());
    }

    /** The text is part of the key of kept choices, which must be the same in every run of the program. */
    @Test
    void theTextNamesKindsInTheirOrder() {
        ResourceVector all = ResourceVector.NONE;
        for (ResourceKind kind : ResourceKind.values()) {
            all = all.with(kind, 1);
        }
        assertEquals("{DSP=1, LUT=1, FF=1, RAMB18=1, URAM=1}", all.toString());
    }

    @Test
    void keysNameKinds() {
        assertEquals(List.of("dsp", "lut", "ff", "ramb36", "uram"), ResourceKind.keys());
        assertEquals(Optional.of(ResourceKind.RAMB18), ResourceKind.find("ramb36"));
        assertEquals(Optional.empty(), ResourceKind.find("RAMB36"));
    }

    @Test
    void aBlockRamIsTwoHalves() {
        assertEquals(10, ResourceVector.counted(Map.of(ResourceKind.RAMB18, 5)).ramb18());
        assertEquals(
                "ramb36 must be at most 1073741823, not '2000000000'",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ResourceVector.counted(Map.of(ResourceKind.RAMB18, 2_000_000_000)))
                        .getMessage());
        assertEquals(
                "ramb36 must not be negative, not '-1'",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ResourceVector.counted(Map.of(ResourceKind.RAMB18, -1)))
                        .getMessage());
    }

    @Test
    void allResourcesAreAddedAndComparedAlike() {
        for (ResourceKind kind : ResourceKind.values()) {
            ResourceVector two = ResourceVector.of(kind, 2);
            assertEquals(5, two.plus(ResourceVector.of(kind, 3)).of(kind));
            assertEquals(6, two.times(3).of(kind));
            assertTrue(two.within(two));
            assertFalse(two.within(ResourceVector.of(kind, 1)));
            assertEquals(List.of(kind), two.kinds());
        }
        assertEquals(List.of(), ResourceVector.NONE.kinds());
    }
}
