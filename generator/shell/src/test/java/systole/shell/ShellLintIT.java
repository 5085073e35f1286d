package systole.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.design.DesignWriter;
import systole.frontend.dsl.NetworkBuilder;
import systole.frontend.dsl.TypeSpec;
import systole.layer.pool.MaxPool2d;
import systole.network.IntType;
import systole.network.Network;
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
        assertEquals("", lint(rtl, design));
    }

    /** Layers that are called like the modules around the core, or like parts of those. */
    @ParameterizedTest
    @MethodSource("links")
    void layersMayBeCalledLikeTheShell(ShellLink link, @TempDir Path folder) {
        ShellDesign design = ShellDesign.of(hostile("d"), link, 100_000_000);
        Path rtl = design.write(folder);
        for (String name : List.of(
                "d_axi_1.v",
                "d_uart_1.v",
                "d_top_1.v",
                "d_shell_axi.v",
                design.spec().wrapperModule() + ".v")) {
            assertTrue(Files.exists(rtl.resolve(name)), name);
        }
        assertEquals("", lint(rtl, design));
    }

    /** Two designs in one folder, each with its shell. */
    @ParameterizedTest
    @MethodSource("links")
    void designsWithShellsShareNoModule(ShellLink link, @TempDir Path folder) throws IOException {
        ShellDesign one = ShellDesign.of(hostile("one"), link, 100_000_000);
        ShellDesign other = ShellDesign.of(hostile("other"), link, 100_000_000);
        Path rtl = one.write(folder.resolve("one"));
        Path others = other.write(folder.resolve("other"));
        List<String> list = new ArrayList<>(Files.readAllLines(rtl.resolve(one.list())));
        for (String source : Files.readAllLines(others.resolve(other.list()))) {
            Files.copy(others.resolve(source), rtl.resolve(source));
            list.add(source);
        }
        Files.write(rtl.resolve(one.list()), list);
        for (ShellDesign design : List.of(one, other)) {
            String top = design.spec().wrapperModule();
            assertEquals(
                    "", said(rtl, List.of("verilator", "--lint-only", "-Wall", "--top-module", top, "-f", one.list())));
            assertEquals(
                    "", said(rtl, List.of("iverilog", "-g2005", "-Wall", "-t", "null", "-s", top, "-c", one.list())));
        }
    }

    private static Network hostile(String name) {
        NetworkBuilder net = NetworkBuilder.network(name);
        return net.output(net.input("x", TypeSpec.int8(6, 6, 2))
                .then("axi", MaxPool2d.maxpool2d().kernel(2))
                .then("uart", MaxPool2d.maxpool2d().kernel(1))
                .then("top", MaxPool2d.maxpool2d().kernel(2).stride(1))
                .then("shell_axi", MaxPool2d.maxpool2d().kernel(2).stride(1)));
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
                "", said(folder.resolve("rtl"), shell("verilator --lint-only -Wall --top-module " + top + " " + all)));
        assertEquals("", said(folder.resolve("rtl"), shell("iverilog -g2005 -Wall -t null -s " + top + " " + all)));
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

    private static String lint(Path rtl, ShellDesign design) {
        String top = design.spec().wrapperModule();
        return said(rtl, List.of("verilator", "--lint-only", "-Wall", "--top-module", top, "-f", design.list()))
                + said(rtl, List.of("iverilog", "-g2005", "-Wall", "-t", "null", "-s", top, "-c", design.list()));
    }

    private static String said(Path rtl, List<String> words) {
        return new Command(words, rtl, rtl.resolveSibling("lint.log"), Duration.ofMinutes(2))
                .run()
                .output();
    }
}
