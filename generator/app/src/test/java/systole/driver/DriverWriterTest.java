package systole.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.design.DesignWriter;
import systole.network.Side;
import systole.rtl.GeneratedFile;
import systole.shell.ShellLink;
import systole.target.board.Boards;
import systole.tool.Command;

class DriverWriterTest {
    private static final List<String> STRICT =
            List.of("-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic", "-Wconversion", "-Wno-sign-conversion");

    private static final Path BSP = DriverDesigns.root().resolve("testbench/driver/bsp/include");

    @TempDir
    private Path folder;

    private List<GeneratedFile> written(ShellLink link) {
        List<GeneratedFile> files = DriverDesigns.tiny(folder).driver(link);
        files.forEach(file -> DesignWriter.write(file, folder));
        return files;
    }

    private static List<String> names(List<GeneratedFile> files) {
        return files.stream().map(GeneratedFile::path).toList();
    }

    private String run(Stream<String> words) {
        return new Command(words.toList(), folder.resolve("driver"), folder.resolve("log"), Duration.ofMinutes(2))
                .succeed();
    }

    @Test
    void aDesignWithABusHasDriversInCAndPython() {
        List<String> names = names(written(ShellLink.Axi.DEFAULT));
        assertTrue(names.containsAll(List.of("driver/tiny.h", "driver/tiny_regs.h", "driver/tiny_driver.py")));
        assertEquals(names.stream().sorted().toList(), names);
        assertEquals(written(ShellLink.Axi.DEFAULT), written(ShellLink.Axi.DEFAULT));
    }

    @Test
    void aDesignOnASerialLineHasNone() {
        assertEquals(
                List.of("driver/design.json", "driver/registers.md", "driver/selftest.json"),
                names(written(ShellLink.Uart.DEFAULT)));
        DesignFile file = DesignFile.read(folder);
        assertEquals(115_200, file.baud());
        DriverDesigns tiny = DriverDesigns.tiny(folder);
        assertEquals(tiny.input().layout(), file.in().port().layout());
        assertEquals(tiny.network().outputType(), file.out().type());
    }

    /** With every warning that the makefile asks for, and one more. */
    @Test
    void everyCFileCompilesWithoutAWarning() {
        List<String> sources = names(written(ShellLink.Axi.DEFAULT)).stream()
                .filter(n -> n.endsWith(".c"))
                .map(n -> n.substring("driver/".length()))
                .toList();
        assertEquals(12, sources.size());
        run(Stream.of(Stream.of("gcc", "-c", "-I" + BSP), STRICT.stream(), sources.stream())
                .flatMap(s -> s));
    }

    /** The C of the page about drivers, in a function that has its frames. */
    @Test
    void theCodeOfThePageCompiles() throws IOException {
        Path motion = DriverDesigns.root().resolve("examples/motion/motion.net");
        DriverDesigns.of(motion).driver(ShellLink.Axi.DEFAULT).forEach(file -> DesignWriter.write(file, folder));
        Files.writeString(
                folder.resolve("driver/page.c"),
                """
                #include "motion_xil.h"
                enum motion_error page(motion_in (*frames)[MOTION_IN_ELEMENTS], motion_out (*results)[MOTION_OUT_ELEMENTS]);
                enum motion_error page(motion_in (*frames)[MOTION_IN_ELEMENTS], motion_out (*results)[MOTION_OUT_ELEMENTS])
                {
                """
                        + DriverDesigns.page("c") + "return error;\n}\n");
        run(Stream.concat(Stream.of("gcc", "-c", "page.c"), STRICT.stream()));
    }

    /** For Linux, and for a BSP whose library has the functions for the cache. */
    @Test
    void theMakefileBuildsThePrograms() throws IOException {
        written(ShellLink.Axi.DEFAULT);
        Path library = Files.createDirectories(folder.resolve("bsp/lib"));
        Path headers = Files.createDirectories(folder.resolve("bsp/include"));
        Files.copy(BSP.resolve("xil_cache.h"), headers.resolve("xil_cache.h"));
        Files.writeString(
                library.resolve("xil_cache.c"),
                """
                #include "../include/xil_cache.h"
                void Xil_DCacheFlushRange(INTPTR address, u32 bytes) { (void)address, (void)bytes; }
                void Xil_DCacheInvalidateRange(INTPTR address, u32 bytes) { (void)address, (void)bytes; }
                """);
        run(Stream.of("gcc", "-c", "../bsp/lib/xil_cache.c", "-o", "../bsp/lib/xil_cache.o"));
        run(Stream.of("ar", "rcs", "../bsp/lib/libxil.a", "../bsp/lib/xil_cache.o"));
        run(Stream.of("make", "all", "bare", "BSP=../bsp"));
        for (String program : List.of("example_uio", "selftest_uio", "example_bare", "selftest_bare")) {
            assertTrue(Files.isExecutable(folder.resolve("driver").resolve(program)), program);
        }
        run(Stream.of("make", "clean"));
        assertFalse(Files.exists(folder.resolve("driver/selftest_uio")));
    }

    /** Two kinds of processors, with their own addresses and interrupts. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zedboard | design@43c00000 | reg = <0x43c00000 0x1000>;         | <&intc>;  | interrupts = <0 29 4>;",
                "kv260    | design@a0000000 | reg = <0x0 0xa0000000 0x0 0x1000>; | <&gic>;   | interrupts = <0 89 4>;",
            })
    void theOverlayHasTheAddressesOfTheBlockDesign(
            String board, String node, String reg, String gic, String interrupt) {
        DriverDesigns tiny = DriverDesigns.tiny(folder);
        String text = new DriverWriter(Boards.find(board).orElseThrow().chip())
                        .of(
                                tiny.network(),
                                tiny.spec(ShellLink.Axi.DEFAULT),
                                Side.plain(tiny.network().input()),
                                Side.plain(tiny.network().output()),
                                tiny.tests(2))
                        .stream()
                        .filter(file -> file.path().equals("driver/tiny.dtso"))
                        .findFirst()
                        .orElseThrow()
                        .content();
        for (String word : List.of(node, reg, gic, interrupt, "size = <0x", "\"tiny.bit.bin\"")) {
            assertTrue(text.contains(word), text);
        }
        assertEquals(
                text.chars().filter(c -> c == '{').count(),
                text.chars().filter(c -> c == '}').count());
    }
}
