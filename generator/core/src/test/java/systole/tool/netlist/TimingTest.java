package systole.tool.netlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {
    private static final double REGISTER_OUT = 0.456;
    private static final double DATA_SETUP = 0.061;
    private static final double LUT_FIRST = 0.642;
    private static final double LUT_LAST = 0.127;
    private static final double ONE_PIN = 0.32;
    private static final double FOUR_PINS = 0.58;
    private static final double SLOWER = 1.364;

    private static String cell(String type, String pins, String... parameters) {
        return in("u_a", type, pins, parameters);
    }

    private static String in(String unit, String type, String pins, String... parameters) {
        StringBuilder out = new StringBuilder(
                ".subckt " + type + " " + pins + "\n.cname " + unit + "." + type + pins.hashCode() + "\n");
        for (String parameter : parameters) {
            out.append(".param ").append(parameter).append('\n');
        }
        return out.toString();
    }

    private static String register(String d, String q) {
        return cell("FDRE", "C=clk CE=$true R=$false D=" + d + " Q=" + q);
    }

    private static double ns(NetModel model, String... blif) {
        return path(model, blif).ns();
    }

    private static TimingPath path(NetModel model, String... blif) {
        return paths(model, blif).get("u_a");
    }

    private static Map<String, TimingPath> paths(NetModel model, String... blif) {
        return Timing.worst(Netlist.cells(String.join("", blif).lines()), model);
    }

    private static void assertNs(double expected, double actual) {
        assertEquals(expected, actual, 1e-9);
    }

    @Test
    void fromARegisterThroughALutToARegister() {
        String[] blif = {register("x", "q"), cell("LUT6", "I0=q I5=y O=d"), register("d", "e")};
        assertNs(REGISTER_OUT + LUT_FIRST + DATA_SETUP, ns(NetModel.NONE, blif));
        TimingPath path = path(NetModel.MEDIAN, blif);
        assertNs(REGISTER_OUT + ONE_PIN + LUT_FIRST + DATA_SETUP, path.ns());
        assertNs(ONE_PIN, path.netsNs());
        assertEquals(List.of("FDRE", "LUT6", "FDRE"), path.cells());
        assertEquals(
                List.of("Q", "I0", "D"),
                path.steps().stream().map(TimingPath.Step::pin).toList());
        assertEquals(1, path.levels());
    }

    /** The fast input of a LUT is the last, of a smaller one too. */
    @ParameterizedTest
    @CsvSource({"LUT6 I5=q, 0.127", "LUT2 I0=q, 0.238", "LUT2 I1=q, 0.127", "INV I=q, 0.127", "LUT3 I0=q, 0.407"})
    void inputsOfALut(String lut, double ns) {
        String[] words = lut.split(" ");
        assertNs(
                REGISTER_OUT + ns + DATA_SETUP,
                ns(NetModel.NONE, register("x", "q"), cell(words[0], words[1] + " O=d"), register("d", "e")));
    }

    @ParameterizedTest
    @CsvSource({"CE, 0.205", "R, 0.429", "D, 0.061"})
    void setupOfARegister(String pin, double ns) {
        assertNs(REGISTER_OUT + ns, ns(NetModel.NONE, register("x", "q"), cell("FDRE", pin + "=q C=clk Q=e")));
    }

    @Test
    void clocksAreNoPaths() {
        assertEquals(
                Set.of(),
                paths(NetModel.NONE, cell("FDRE", "C=clk D=$false Q=q")).keySet());
    }

    /** Four bits at once, each further chain 0.114 ns, and nothing from slice to slice. */
    @Test
    void carryChains() {
        String first =
                cell("LUT2", "I1=q O=s0") + cell("CARRY4", "CI=$false CYINIT=$false S[0]=s0 DI[0]=q CO[3]=c O[0]=o");
        String second = cell("CARRY4", "CI=c CO[3]=k O[1]=d");
        String third = cell("CARRY4", "CI=k O[1]=e");
        double in = REGISTER_OUT + FOUR_PINS;
        double chain = LUT_LAST + 0.508 + 0.334 + DATA_SETUP;
        assertNs(in + chain, ns(NetModel.MEDIAN, register("x", "q"), first, second, register("d", "f")));
        assertNs(in + chain + 0.114, ns(NetModel.MEDIAN, register("x", "q"), first, second, third, register("e", "f")));
        TimingPath path = path(NetModel.MEDIAN, register("x", "q"), first, second, third, register("e", "f"));
        assertEquals(List.of("FDRE", "LUT2", "CARRY4 x 3", "FDRE"), path.cells());
        assertEquals(2, path.levels(), "a chain is one level");
    }

    @Test
    void netsWithinASliceAreFree() {
        String lut = cell("LUT6", "I5=q O=d");
        assertNs(
                REGISTER_OUT + ONE_PIN + LUT_LAST + DATA_SETUP,
                ns(NetModel.MEDIAN, register("x", "q"), lut, register("d", "e")));
        assertNs(
                REGISTER_OUT + ONE_PIN + LUT_LAST + FOUR_PINS + DATA_SETUP,
                ns(NetModel.MEDIAN, register("x", "q"), lut, register("d", "e"), register("d", "f")));
        assertNs(
                REGISTER_OUT + ONE_PIN + LUT_LAST + 0.217 + DATA_SETUP,
                ns(NetModel.MEDIAN, register("x", "q"), lut, cell("MUXF7", "I0=d S=$false O=m"), register("m", "e")));
        assertNs(
                REGISTER_OUT + ONE_PIN + LUT_LAST + ONE_PIN + 0.296 + DATA_SETUP,
                ns(NetModel.MEDIAN, register("x", "q"), lut, cell("MUXF7", "I0=$false S=d O=m"), register("m", "e")));
    }

    @ParameterizedTest
    @CsvSource({"0, 2.454", "1, 0.882"})
    void blockRamsHaveAnOutputRegisterOrNone(String register, double ns) {
        String ram = cell("RAMB18E1", "CLKARDCLK=clk ADDRARDADDR[0]=$false DOADO[0]=q", "DOA_REG " + register);
        assertNs(ns + DATA_SETUP, ns(NetModel.NONE, ram, register("q", "e")));
        assertNs(
                REGISTER_OUT + 0.566,
                ns(NetModel.NONE, register("x", "q"), cell("RAMB18E1", "CLKARDCLK=clk ADDRARDADDR[0]=q DOADO[0]=p")));
    }

    @ParameterizedTest
    @CsvSource({
        "PREG 1;MREG 1;AREG 1, 0.329",
        "MREG 1;AREG 1, 1.671",
        "AREG 1, 2.952",
        "AREG 1;USE_DPORT TRUE, 3.935",
        "CREG 1;USE_MULT NONE, 1.687"
    })
    void slicesLaunchFromTheirLastRegister(String parameters, double ns) {
        String dsp = cell("DSP48E1", "CLK=clk P[0]=p", parameters.split(";"));
        assertNs(SLOWER * ns + DATA_SETUP, ns(NetModel.NONE, dsp, register("p", "e")));
    }

    @ParameterizedTest
    @CsvSource({
        "A, AREG 1, 0.254",
        "A, MREG 1, 1.416",
        "A, PREG 1, 2.739",
        "B, BREG 1, 0.324",
        "B, MREG 1, 1.285",
        "C, CREG 1, 0.168",
        "C, PREG 1, 1.244",
        "D, DREG 1, 0.248",
        "CEP, PREG 1, 0.300"
    })
    void operandsEndInTheFirstRegister(String port, String parameter, double ns) {
        String dsp = cell("DSP48E1", "CLK=clk " + port + "[0]=q", parameter);
        assertNs(REGISTER_OUT + SLOWER * ns, ns(NetModel.NONE, register("x", "q"), dsp));
    }

    /** From slice to slice the sum has wires of its own. Without registers it goes through. */
    @Test
    void cascades() {
        String first = cell("DSP48E1", "CLK=clk PCOUT[0]=c", "PREG 1");
        assertNs(SLOWER * (0.435 + 1.025), ns(NetModel.MEDIAN, first, cell("DSP48E1", "PCIN[0]=c", "PREG 1")));
        assertNs(
                SLOWER * (0.435 + 1.107) + ONE_PIN + DATA_SETUP,
                ns(NetModel.MEDIAN, first, cell("DSP48E1", "PCIN[0]=c P[0]=p"), register("p", "e")));
        assertNs(
                REGISTER_OUT + SLOWER * 2.823 + DATA_SETUP,
                ns(NetModel.NONE, register("x", "q"), cell("DSP48E1", "A[0]=q P[0]=p"), register("p", "e")));
    }

    @Test
    void memoriesInLuts() {
        String ram = "WCLK=clk WE=$true D=$false SPO=s DPO=r";
        assertNs(1.314 + DATA_SETUP, ns(NetModel.NONE, cell("RAM32X1D", ram), register("r", "e")));
        assertNs(
                REGISTER_OUT + LUT_FIRST + LUT_FIRST + DATA_SETUP,
                ns(
                        NetModel.NONE,
                        register("x", "q"),
                        cell("LUT6", "I0=q O=a"),
                        cell("RAM32X1D", ram + " DPRA0=a"),
                        register("r", "e")));
        assertNs(1.628 + DATA_SETUP, ns(NetModel.NONE, cell("SRL16E", "CLK=clk D=$false Q=q"), register("q", "e")));
        assertNs(REGISTER_OUT + 0.453, ns(NetModel.NONE, register("x", "q"), cell("SRL16E", "CLK=clk D=q Q=r")));
        assertNs(REGISTER_OUT + 0.654, ns(NetModel.NONE, register("x", "q"), cell("SRL16E", "CLK=clk CE=q Q=r")));
    }

    /** What comes in from outside comes from a register there; what goes out ends nowhere. */
    @Test
    void outside() {
        assertNs(REGISTER_OUT + ONE_PIN + DATA_SETUP, ns(NetModel.MEDIAN, register("x", "q")));
        assertEquals(
                List.of("outside", "FDRE"),
                path(NetModel.MEDIAN, register("x", "q")).cells());
        assertEquals(Set.of(), paths(NetModel.MEDIAN, cell("LUT1", "I0=x O=y")).keySet());
    }

    @Test
    void loopsWithoutARegisterEnd() {
        String loop = cell("LUT2", "I0=q I1=b O=a") + cell("LUT2", "I0=a I1=$false O=b");
        TimingPath path = path(NetModel.NONE, register("x", "q"), loop, register("b", "e"));
        assertTrue(path.ns() > REGISTER_OUT + 0.238, "through both LUTs: " + path);
    }

    @Test
    void eachPlaceHasThePathThatEndsInIt() {
        Map<String, TimingPath> paths = paths(
                NetModel.NONE,
                register("x", "q"),
                in("core.u_b", "LUT6", "I0=q O=d"),
                in("core.u_b.deep", "FDRE", "C=clk D=d Q=e"),
                in("shell.fifo.ram", "FDRE", "C=clk D=e Q=f"),
                in("top", "FDRE", "C=clk D=f Q=g"));
        assertEquals(
                Map.of("u_a", 0, "core.u_b", 1, "shell.fifo", 0, "top", 0),
                paths.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, p -> p.getValue()
                        .levels())));
        paths.forEach((place, path) -> assertEquals(place, path.unit()));
    }

    /** Those of another chip are all as much longer. */
    @Test
    void otherChips() {
        String blif = register("x", "q") + cell("LUT6", "I0=q O=d") + register("d", "e");
        PathTimes slow = PathTimes.of(Netlist.cells(blif.lines()), 1);
        PathTimes quick = PathTimes.of(Netlist.cells(blif.lines()), 0.5);
        assertNs(
                slow.worst().orElseThrow().ns() / 2, quick.worst().orElseThrow().ns());
        assertNs(
                REGISTER_OUT + LUT_FIRST + DATA_SETUP,
                slow.cellsAlone().orElseThrow().ns());
        assertEquals(
                List.of("u_a"), slow.sorted().stream().map(TimingPath::unit).toList());
    }
}
