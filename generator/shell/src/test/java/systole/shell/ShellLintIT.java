package systole.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.design.DesignWriter;
import systole.network.IntType;
import systole.tool.Command;

/** What is emitted is clean, and the same each time. */
class ShellLintIT {
    private static final ShellStream ODD_IN = new ShellStream(1, 64, 3, IntType.INT8, 3);
    private static final ShellStream ODD_OUT = new ShellStream(1, 8, 3, new IntType(12, false), 3);

    static Stream<ShellLink> links() {
        return Stream.of(
                ShellLink.Axi.DEFAULT,
                new ShellLink.Axi(true, 64, 16),
                ShellLink.Uart.DEFAULT,
                new ShellLink.Uart(3_000_000, 100, 2000));
    }

    @ParameterizedTest
    @MethodSource("links")
    void wholeDesignsAreClean(ShellLink link, @TempDir Path folder) {
        ShellDesign design = ShellDesign.of(link, 100_000_000);
        Path rtl = design.write(folder);
        String top = design.spec().wrapperModule();
        assertEquals(
                "", lint(rtl, List.of("verilator", "--lint-only", "-Wall", "--top-module", top, "-f", design.list())));
        assertEquals(
                "", lint(rtl, List.of("iverilog", "-g2005", "-Wall", "-t", "null", "-s", top, "-c", design.list())));
    }

    /** Beats that are no power of two of bytes, elements of two bytes, a state, a slow clock. */
    @ParameterizedTest
    @MethodSource("links")
    void oddShellsAreClean(ShellLink link, @TempDir Path folder) {
        ShellSpec spec = new ShellSpec("odd", ODD_IN, ODD_OUT, -1, 24_000_000, true, link);
        DesignWriter.write(ShellElaborator.load().elaborate(spec), folder);
        String top = spec.shellModule();
        String all = "*.v";
        assertEquals(
                "", lint(folder.resolve("rtl"), shell("verilator --lint-only -Wall --top-module " + top + " " + all)));
        assertEquals("", lint(folder.resolve("rtl"), shell("iverilog -g2005 -Wall -t null -s " + top + " " + all)));
    }

    @Test
    void theSameSpecificationGivesTheSameBytes() {
        for (ShellLink link : links().toList()) {
            assertEquals(
                    ShellDesign.of(link, 100_000_000).files(),
                    ShellDesign.of(link, 100_000_000).files());
        }
    }

    private static List<String> shell(String line) {
        return List.of("sh", "-c", line);
    }

    private static String lint(Path rtl, List<String> words) {
        return new Command(words, rtl, rtl.resolveSibling("lint.log"), Duration.ofMinutes(2))
                .run()
                .output();
    }
}
