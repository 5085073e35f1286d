package systole.target.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourceVectorTest {
    @Test
    void whatIsNotNamedIsNothing() {
        ResourceVector some = new ResourceVector(Map.of(ResourceKind.DSP, 3, ResourceKind.URAM, 0));
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

    @Test
    void keysNameKinds() {
        assertEquals(List.of("lut", "ff", "dsp", "ramb36", "uram"), ResourceKind.keys());
        assertEquals(Optional.of(ResourceKind.RAMB36), ResourceKind.find("ramb36"));
        assertEquals(Optional.empty(), ResourceKind.find("RAMB36"));
    }
}
