package systole.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.target.board.Boards;
import systole.tool.SynthesisReport;
import systole.tool.Yosys;
import systole.tool.netlist.Resources;

/** What Yosys makes of whole designs: no latch, and a shell that stays small beside its core. */
class ShellSynthesisIT {
    private static final int MOST_LUTS = 1_500;

    static Stream<ShellLink> links() {
        return Stream.of(new ShellLink.Axi(true, 32, 32), ShellLink.Uart.DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("links")
    void synthesizes(ShellLink link, @TempDir Path folder) {
        ShellDesign design = ShellDesign.small(link, 100_000_000);
        Path rtl = design.write(folder);
        SynthesisReport report = new Yosys(Boards.find("basys3").orElseThrow().chip())
                .synthesize(
                        rtl, design.list(), design.spec().wrapperModule(), Yosys.Scope.PART, folder.resolve("yosys"));
        Resources shell = report.units().get("shell");
        assertEquals(0, report.total().latch());
        assertEquals(0, shell.dsp());
        assertTrue(shell.lut() > 100 && shell.lut() < MOST_LUTS, "the shell is " + shell);
    }
}
