package systole.tool.netlist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FanOutTest {
    private static String cell(String type, String pins, String name) {
        return ".subckt " + type + " " + pins + "\n.cname " + name + "\n";
    }

    private static Map<String, Integer> fanOuts(String blif) {
        return FanOut.of(Netlist.cells(blif.lines()));
    }

    @Test
    void pinsThatANetDrivesInAUnit() {
        assertEquals(
                Map.of("u_a", 3, "u_b", 1),
                fanOuts(cell("FDRE", "C=clk CE=$true R=$false D=d Q=q", "u_a.ff")
                        + cell("LUT2", "I0=q I1=q O=d", "u_a.lut")
                        + cell("CARRY4", "CI=$false S[0]=q S[1]=r CO[3]=c O[0]=o", "u_a.sum")
                        + cell("DSP48E1", "CLK=clk A[0]=q PCIN[0]=c PCOUT[0]=p P[0]=e", "u_b.dsp")));
    }

    @Test
    void clockResetAndConstantsAreNotCounted() {
        String registers = cell("FDRE", "C=clk CE=$true R=rst D=$false Q=a", "u_a.a")
                + cell("FDRE", "C=clk CE=$true R=rst D=$false Q=b", "u_b.b");
        assertEquals(Map.of("u_a", 0, "u_b", 0), fanOuts(registers));
    }

    @Test
    void whatClearsTheWholeShellIsAReset() {
        String registers = cell("FDRE", "C=clk CE=$true R=rst D=$false Q=a", "shell.state")
                + cell("FDRE", "C=clk CE=$true R=rst D=$false Q=b", "shell.fifo_in.count");
        assertEquals(Map.of("shell", 0), fanOuts(registers));
    }

    @Test
    void whatClearsOneUnitsRegistersIsNoReset() {
        String registers = cell("FDRE", "C=clk CE=$true R=pad D=$false Q=a", "u_a.a")
                + cell("FDSE", "C=clk CE=$true S=pad D=$false Q=b", "u_a.b");
        assertEquals(Map.of("u_a", 2), fanOuts(registers));
    }

    @Test
    void theResetOfAUnitComesFromAUnitOfNothingButRegisters() {
        String registers = cell("FDRE", "C=clk CE=$true R=rst D=$false Q=a", "u_a.a")
                + cell("FDRE", "C=clk CE=$true R=rst D=$false Q=b", "u_a.b");
        String resets = cell("FDRE", "C=clk CE=$true R=$false D=d Q=rst", "resets.bits")
                + cell("FDRE", "C=clk CE=$true R=$false D=d Q=other", "resets.bits");
        assertEquals(Map.of("u_a", 0, "resets", 2), fanOuts(registers + resets));
        assertEquals(
                Map.of("u_a", 2, "u_c", 1),
                fanOuts(registers
                        + cell("FDRE", "C=clk CE=$true R=$false D=d Q=rst", "u_c.register.bits")
                        + cell("LUT1", "I0=$true O=d", "u_c.register.logic")));
    }
}
