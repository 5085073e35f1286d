package systole.tool.netlist;

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
        assertEquals(8, Primitives.cost("RAM64M8").lut());
        assertEquals(8, Primitives.cost("RAM32M16").lutram());
    }

    @Test
    void wideMultiplexersAreFree() {
        assertEquals(Resources.NONE, Primitives.cost("MUXF8"));
    }

    @Test
    void bothFamiliesHaveTheSameBlocks() {
        assertEquals(Primitives.cost("DSP48E1"), Primitives.cost("DSP48E2"));
        assertEquals(Primitives.cost("RAMB36E1"), Primitives.cost("RAMB36E2"));
        assertEquals(Primitives.cost("RAMB18E1"), Primitives.cost("RAMB18E2"));
        assertEquals(1, Primitives.cost("URAM288").uram());
    }

    @Test
    void nothingGoesUncounted() {
        assertThrows(IllegalArgumentException.class, () -> Primitives.cost("GTYE4_CHANNEL"));
    }
}
