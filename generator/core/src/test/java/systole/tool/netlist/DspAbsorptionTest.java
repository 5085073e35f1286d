package systole.tool.netlist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DspAbsorptionTest {
    private static final String SLICE = cell("DSP48E2", "A[0]=a B[0]=b P[0]=p PCIN[0]=$false", "u_a.dsp");

    private static String cell(String type, String pins, String name) {
        return ".subckt " + type + " " + pins + "\n.cname " + name + "\n";
    }

    private static String register(String d, String q, String enable) {
        return cell("FDRE", "C=clk CE=" + enable + " D=" + d + " Q=" + q + " R=$false", "u_a." + q + "_reg");
    }

    private static DspAbsorption absorption(String blif) {
        return DspAbsorption.of(Netlist.cells(blif.lines()), "DSP48E2");
    }

    private static List<Integer> lutCarryFf(String blif) {
        Resources sum = absorption(blif).resources().values().stream().reduce(Resources.NONE, Resources::plus);
        return List.of(sum.lut(), sum.carry4(), sum.ff());
    }

    @Test
    void registersOfOperandsAreInside() {
        String both = SLICE + register("x", "a", "en") + register("w", "b", "$true");
        assertEquals(List.of(0, 0, 2), lutCarryFf(both));
        assertEquals(List.of(0, 0, 3), lutCarryFf(both + register("y", "x", "en")), "a second stage");
        assertEquals(
                List.of(0, 0, 3),
                lutCarryFf(both + register("y", "x", "en") + register("z", "y", "en")),
                "there is no third stage");
    }

    @Test
    void aRegisterThatFeedsAnythingElseIsOutside() {
        String operand = SLICE + register("x", "a", "$true");
        assertEquals(List.of(0, 0, 0), lutCarryFf(operand + cell("LUT1", "I0=a O=n", "u_a.other")));
        assertEquals(List.of(0, 0, 0), lutCarryFf(operand + register("a", "later", "$true")));
        assertEquals(List.of(0, 0, 0), lutCarryFf(operand.replace("FDRE", "FDSE")), "a slice resets to 0 only");
    }

    /** As many slices may have the same operand, each with a register of its own. */
    @Test
    void aRegisterOfSeveralSlicesIsInside() {
        String second = cell("DSP48E2", "A[0]=a B[0]=c P[0]=q", "u_b.dsp");
        assertEquals(List.of(0, 0, 1), lutCarryFf(SLICE + second + register("x", "a", "$true")));
    }

    @Test
    void aStageHasOneEnable() {
        String wide = cell("DSP48E2", "A[0]=a A[1]=c B[0]=b P[0]=p", "u_a.dsp");
        assertEquals(List.of(0, 0, 2), lutCarryFf(wide + register("x", "a", "en") + register("y", "c", "en")));
        assertEquals(List.of(0, 0, 0), lutCarryFf(wide + register("x", "a", "en") + register("y", "c", "other")));
    }

    @Test
    void productAndSumAreInside() {
        String product = SLICE + register("p", "m", "$true");
        assertEquals(List.of(0, 0, 1), lutCarryFf(product));
        assertEquals(List.of(0, 0, 2), lutCarryFf(product + register("m", "s", "$true")), "of a cascade's first slice");
        String adder = cell("LUT3", "I0=m I1=s I2=first O=x", "u_a.xor")
                + cell("CARRY4", "CI=$false CYINIT=$false DI[0]=m S[0]=x O[0]=sum CO[3]=c", "u_a.low")
                + cell("CARRY4", "CI=c DI[0]=m S[0]=x O[0]=high", "u_a.high");
        String sum = register("sum", "s", "step") + register("high", "t", "step");
        assertEquals(List.of(1, 2, 3), lutCarryFf(product + adder + sum));
        assertEquals(
                List.of(1, 2, 2), lutCarryFf(SLICE + adder.replace("=m ", "=p ") + sum), "without one of the product");
        assertEquals(
                List.of(0, 0, 1),
                lutCarryFf(product + adder + sum + cell("LUT1", "I0=m O=n", "u_a.other")),
                "a product that is wanted elsewhere has no sum");
        assertEquals(
                List.of(0, 2, 3),
                lutCarryFf(product + adder.replace("LUT3 I0=m", "LUT5 I3=k I4=l I0=m") + sum),
                "what chooses more than an operand stays a LUT");
    }

    /** Paths end at a slice's registers, and begin there. */
    @Test
    void theRestHasNoAdders() {
        String netlist = SLICE
                + cell("LUT2", "I0=p I1=s O=x", "u_a.xor")
                + cell("CARRY4", "CI=$false DI[0]=p S[0]=x O[0]=sum", "u_a.low")
                + register("sum", "s", "$true");
        List<MappedCell> cells = Netlist.cells(netlist.lines());
        assertEquals(
                List.of("DSP48E2", "FDRE"),
                DspAbsorption.of(cells, "DSP48E2").rest(cells).stream()
                        .map(MappedCell::type)
                        .toList());
        assertEquals(
                Map.of("u_a", new Resources(1, 0, 1, 1, 0, 0, 0, 0, 0)),
                absorption(netlist).resources());
    }
}
