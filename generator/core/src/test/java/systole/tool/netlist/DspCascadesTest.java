package systole.tool.netlist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DspCascadesTest {
    private static String slice(String from, String to) {
        return ".subckt DSP48E1 CLK=clk PCIN[0]=" + from + " PCIN[1]=$false PCOUT[0]=" + to + " P[0]=p" + to
                + "\n.cname u_a.dsp_" + to + "\n";
    }

    private static int longest(String... blif) {
        return DspCascades.longest(Netlist.cells(String.join("", blif).lines()));
    }

    @Test
    void slicesOneAfterTheOther() {
        assertEquals(1, longest(slice("$false", "a")));
        assertEquals(3, longest(slice("$false", "a"), slice("a", "b"), slice("b", "c")));
        assertEquals(3, longest(slice("b", "c"), slice("$false", "a"), slice("a", "b")), "in any order");
        assertEquals(2, longest(slice("$false", "a"), slice("a", "b"), slice("$undef", "c")));
    }

    @Test
    void aSumThatLeavesTheSliceBeginsAnew() {
        String outside = ".subckt DSP48E1 C[0]=pa PCOUT[0]=b\n.cname u_a.second\n";
        assertEquals(2, longest(slice("$false", "a"), outside, slice("b", "c")));
    }

    @Test
    void withoutSlicesThereIsNone() {
        assertEquals(0, longest(".subckt FDRE C=clk D=a Q=b\n.cname x\n"));
    }
}
