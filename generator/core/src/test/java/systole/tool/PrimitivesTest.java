package systole.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PrimitivesTest {
    @Test
    void lutMemoriesCountAsTheLutsTheyTake() {
        assertEquals(4, Primitives.cost("RAM64M").lut());
        assertEquals(4, Primitives.cost("RAM32M").lutram());
        assertEquals(2, Primitives.cost("RAM64X1D").lut());
        assertEquals(1, Primitives.cost("SRLC32E").lut());
    }

    @Test
    void wideMultiplexersAreFree() {
        assertEquals(Resources.NONE, Primitives.cost("MUXF8"));
    }

    @Test
    void nothingGoesUncounted() {
        assertThrows(ToolFailedException.class, () -> Primitives.cost("URAM288"));
    }
}
