package systole.tool.netlist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LogicLevelsTest {
    private static Map<String, Integer> levels(String blif) {
        return LogicLevels.of(Netlist.cells(blif.lines()));
    }

    private static String cell(String type, String pins, String name) {
        return ".subckt " + type + " " + pins + "\n.cname " + name + "\n";
    }

    @Test
    void lutsOneAfterTheOtherCount() {
        assertEquals(
                Map.of("u_a", 2),
                levels(cell("FDRE", "C=clk D=in Q=q", "u_a.first")
                        + cell("LUT2", "I0=q I1=other O=n1", "u_a.$abc$1")
                        + cell("LUT6", "I0=n1 I1=q O=n2", "$flatten\\u_a.\\deep.$abc$2")
                        + cell("FDRE", "C=clk D=n2 Q=end", "$flatten\\u_a.\\deep.$auto$ff")));
    }

    @Test
    void aPathBelongsToTheUnitThatItEndsIn() {
        assertEquals(
                Map.of("u_b", 1, "", 1),
                levels(cell("LUT1", "I0=from_a O=n", "u_a.lut")
                        + cell("DSP48E1", "CLK=clk A[0]=n P[0]=p", "u_b.dsp")
                        + cell("FDRE", "C=clk CE=n D=p Q=q", "$auto$top")));
    }

    /** The first chain is free, however long; a second one counts. */
    @Test
    void carryChains() {
        String first = cell("LUT2", "I0=q I1=r O=s", "u_a.lut")
                + cell("CARRY4", "CI=$false CYINIT=$false S[0]=s DI[0]=q CO[3]=c O[0]=o0", "u_a.low")
                + cell("CARRY4", "CI=c CYINIT=$false S[3]=$false O[3]=o7", "u_a.high");
        assertEquals(Map.of("u_a", 1), levels(first + cell("FDRE", "D=o7 Q=x", "u_a.end")));
        assertEquals(
                Map.of("u_a", 3),
                levels(first
                        + cell("LUT3", "I0=o7 O=t", "u_a.between")
                        + cell("CARRY4", "CI=$false CYINIT=$false S[0]=t O[0]=o", "u_a.second")
                        + cell("FDRE", "D=o Q=x", "u_a.end")));
    }

    @Test
    void memoriesInLutsAreReadThroughAndWrittenWithTheClock() {
        String memory = cell("RAM64X1D", "WCLK=clk D=n1 DPRA0=n1 DPO=read A0=w", "u_a.ram");
        String lut = cell("LUT1", "I0=q O=n1", "u_a.lut");
        assertEquals(Map.of("u_a", 2), levels(lut + memory + cell("FDRE", "D=read Q=x", "u_a.end")));
        assertEquals(Map.of("u_a", 1), levels(lut + memory));
    }

    @Test
    void aLoopOfLutsEnds() {
        assertEquals(
                Map.of("u_a", 2),
                levels(cell("LUT2", "I0=n2 I1=q O=n1", "u_a.one")
                        + cell("LUT1", "I0=n1 O=n2", "u_a.two")
                        + cell("FDRE", "D=n2 Q=q", "u_a.end")));
    }
}
