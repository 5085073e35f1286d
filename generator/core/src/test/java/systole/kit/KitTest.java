package systole.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import systole.design.Design;
import systole.design.Prediction;
import systole.design.SystemRate;
import systole.diagnostic.RefusedException;
import systole.frontend.dsl.NetworkBuilder;
import systole.frontend.dsl.TypeSpec;
import systole.layer.pool.MaxPool2d;
import systole.library.Snapshot;
import systole.network.Network;
import systole.rtl.GeneratedFile;
import systole.shell.ShellLink;
import systole.shell.ShellSpec;
import systole.style.streaming.LoweredNetwork;
import systole.style.streaming.PlanOptions;
import systole.style.streaming.TinyNetworks;
import systole.style.streaming.emit.StreamingDesign;
import systole.style.streaming.fold.BalancedFolding;
import systole.target.board.Board;
import systole.target.board.Boards;
import systole.target.chip.ChipFamilies;
import systole.target.resource.ResourceVector;

/** What the parts write, for a network that is planned at once. */
class KitTest {
    private static final Network NETWORK = network();

    private static Network network() {
        NetworkBuilder net = NetworkBuilder.network("tiny");
        return net.output(net.input("in", TypeSpec.int8(4)).then("y", TinyNetworks.dense(3, 4)));
    }

    static List<String> ids() {
        return Boards.ids();
    }

    private static KitDesign design(String id, double mhz) {
        Board board = Boards.find(id).orElseThrow();
        Design core = StreamingDesign.of(
                NETWORK,
                TinyNetworks.PLANNER.plan(NETWORK, new PlanOptions(board, mhz, Map.of(), new BalancedFolding())));
        ShellLink link = board.hasProcessor() ? ShellLink.Axi.DEFAULT : ShellLink.Uart.DEFAULT;
        ShellSpec spec = ShellSpec.of(core, 0, KitDesign.clockHz(core), link);
        return new KitDesign(core, spec, List.of("tiny.v", spec.wrapperModule() + ".v"));
    }

    private static List<GeneratedFile> files(KitDesign design) {
        List<KitPart> parts = new ArrayList<>(Kit.standard());
        parts.add(new ReadmePart());
        return new Kit(parts).files(design);
    }

    @ParameterizedTest
    @CsvSource({
        "basys3, rtl/tiny_top.v",
        "basys3, constraints/tiny_top.xdc",
        "basys3, constraints/tiny_top_open.xdc",
        "basys3, open/Makefile",
        "basys3, tcl/design.tcl",
        "basys3, README.md",
        "pynq-z2, tcl/design.tcl",
        "pynq-z2, README.md",
        "pynq-z2, driver/run.py",
    })
    void filesReadAsTheyDid(String id, String path) {
        String text = files(design(id, 100)).stream()
                .filter(f -> f.path().equals(path))
                .map(GeneratedFile::content)
                .findFirst()
                .orElseThrow();
        Snapshot.check("kit_" + id + "_" + path.replace('/', '_'), text);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void noTwoPartsWriteTheSameFile(String id) {
        List<String> paths =
                files(design(id, 100)).stream().map(GeneratedFile::path).toList();
        assertEquals(paths.size(), new HashSet<>(paths).size(), paths::toString);
        assertTrue(paths.containsAll(List.of("README.md", "tcl/build.tcl", "tcl/design.tcl")));
    }

    /** The clock that the board makes is the one that the UART's bits and the rates are made from. */
    @Test
    void theClockIsTheOneThatIsMade() {
        KitDesign odd = design("cmod-a7-35t", 99.9);
        assertTrue(odd.mhz() <= 99.9 && odd.mhz() > 99.5, "" + odd.mhz());
        assertEquals(Math.round(odd.mhz() * 1e6), odd.shell().clockHz());
        assertEquals(100_000_000, KitDesign.clockHz(design("cmod-a7-35t", 100).core()));
    }

    /** One frame has the latency; many have the interval, or the time on the link if that is longer. */
    @Test
    void theRateIsThatOfTheSlowerOfCoreAndLink() {
        KitDesign line = design("basys3", 100);
        Prediction core = line.core().prediction();
        double frame = (4 + 3 + 2 * 20) * 10 / 115_200.0;
        assertEquals(1 / (frame + core.latency() / 1e8), line.rate().framesPerSecond(1), 1e-6);
        assertEquals(1 / frame, line.rate().framesPerSecond(1_000_000), 0.01);
        KitDesign bus = design("pynq-z2", 100);
        Prediction there = bus.core().prediction();
        assertEquals(1e8 / there.latency(), bus.rate().framesPerSecond(1), 1e-3);
        assertEquals(
                64 * 1e8 / (there.latency() + 63 * there.interval()), bus.rate().framesPerSecond(64), 1e-3);
        assertTrue(there.interval() < 10, "the core is quick");
        SystemRate slow = SystemRate.overBus("a slow bus", bus.core(), 1e-3, 2e-3);
        assertEquals(500, slow.framesPerSecond(1024), 1);
        assertThrows(IllegalArgumentException.class, () -> new SystemRate("no link", 0, 1));
    }

    @Test
    void theShellsListIsWanted() {
        KitDesign design = design("basys3", 100);
        GeneratedFile list = new GeneratedFile("rtl/files_uart.f", "a.v\nb.v\n");
        assertEquals(
                List.of("a.v", "b.v"),
                KitDesign.of(design.core(), design.shell(), List.of(list)).sources());
        assertThrows(IllegalArgumentException.class, () -> KitDesign.of(design.core(), design.shell(), List.of()));
    }

    @Test
    void projectXRayKnowsOneNameOfASilicon() {
        assertEquals("xc7a35tcsg324-1", OpenPart.openName("xc7a35ticsg324-1L"));
        assertEquals("xc7a100tcsg324-1", OpenPart.openName("xc7a100tcsg324-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "xc7a35tcsg324-1, xc7a50t",
        "xc7a100tcsg324-1, xc7a100t",
        "xc7a200tsbg484-1, xc7a200t",
        "xc7s50csga324-1, xc7s50",
        "xc7k325tffg900-2, xc7k325t"
    })
    void databasesAreThoseOfADie(String part, String die) {
        assertEquals(die, OpenPart.die(part));
    }

    @Test
    void whatStandsAroundTheCoreIsLeftFree() {
        for (Board board : Boards.list()) {
            ResourceVector around = Surroundings.of(board).cost();
            Board left = Fit.left(board);
            assertEquals(board.lut(), left.lut() + around.lut());
            assertEquals(board.dsp(), left.dsp() + around.dsp());
            assertTrue(2 * board.ramb36() - around.ramb18() >= 2 * left.ramb36());
            assertTrue(around.ramb18() > 0, "the DMA has block RAM, and so has the serial shell");
        }
    }

    /** Every figure of a refusal: what it takes at the least, what may be planned for, what is around it. */
    @Test
    void aRefusalTellsFiguresAndBoards() {
        NetworkBuilder net = NetworkBuilder.network("broad");
        Network broad = net.output(net.input("x", TypeSpec.signed(16, 4, 4096, 32))
                .then("y", () -> MaxPool2d.maxpool2d().kernel(2).stride(2).get()));
        LoweredNetwork lowered = TinyNetworks.PLANNER.lower(broad, Map.of(), ChipFamilies.usual());
        Fit fit = new Fit(lowered);
        Board small = Boards.find("cora-z7-07s").orElseThrow();
        assertFalse(fit.fits(small));
        String said =
                assertThrows(RefusedException.class, () -> fit.require(small)).getMessage();
        ResourceVector least = lowered.least(Fit.left(small));
        int most = 2 * Fit.left(small).ramb36();
        for (String figure : List.of(
                String.format(Locale.ROOT, "about %d block RAMs of 18 Kbit", least.ramb18()),
                String.format(Locale.ROOT, "%d more than the %d", least.ramb18() - most, most),
                "the board has 100")) {
            assertTrue(said.contains(figure), said);
        }
        fit.require(Boards.find("nexys-video").orElseThrow());
    }
}
