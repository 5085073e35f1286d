package systole.tool.netlist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetModelTest {
    @ParameterizedTest
    @CsvSource({"1, 0.32", "2, 0.58", "4, 0.58", "5, 0.8", "150, 0.8", "300, 1.0", "1200, 1.4"})
    void widerNetsTakeLonger(int fanOut, double ns) {
        assertEquals(ns, NetModel.MEDIAN.delay(fanOut), 1e-9);
        assertEquals(0, NetModel.NONE.delay(fanOut));
    }
}
