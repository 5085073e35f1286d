package systole.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.frontend.dsl.NetworkBuilder;
import systole.frontend.dsl.TypeSpec;
import systole.layer.pool.MaxPool2d;
import systole.network.Network;
import systole.target.board.Boards;
import systole.tool.SynthesisReport;
import systole.tool.Yosys;
import systole.tool.netlist.Resources;

/** What Yosys makes of whole designs: no latch, and a shell that stays small beside its core and as quick. */
class ShellSynthesisIT {
    private static final int MOST_LUTS = 1_500;
    private static final int MOST_LEVELS = 5;
    private static final int MOST_PINS = 150;

    static Stream<ShellDesign> designs() {
        return Stream.of(ShellLink.Axi.DEFAULT, new ShellLink.Axi(true, 32, 32), ShellLink.Uart.DEFAULT)
                .flatMap(link ->
                        Stream.of(ShellDesign.small(link, 100_000_000), ShellDesign.of(picture(), link, 100_000_000)));
    }

    /** Frames of 921,600 bytes go in, and of 230,400 come out. */
    private static Network picture() {
        NetworkBuilder net = NetworkBuilder.network("picture");
        return net.output(net.input("x", TypeSpec.int8(480, 640, 3))
                .then("y", MaxPool2d.maxpool2d().kernel(2)));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void synthesizes(ShellDesign design, @TempDir Path folder) {
        Path rtl = design.write(folder);
        SynthesisReport report = new Yosys(Boards.find("basys3").orElseThrow().chip())
                .synthesize(
                        rtl, design.list(), design.spec().wrapperModule(), Yosys.Scope.PART, folder.resolve("yosys"));
        Resources shell = report.units().get("shell");
        assertEquals(0, report.total().latch());
        assertEquals(0, shell.dsp());
        assertTrue(shell.lut() > 100 && shell.lut() < MOST_LUTS, "the shell is " + shell);
        assertTrue(
                report.paths().levels().get("shell") <= MOST_LEVELS,
                "levels " + report.paths().levels());
        assertTrue(
                report.paths().fanOuts().get("shell") <= MOST_PINS,
                "pins " + report.paths().fanOuts());
    }
}
