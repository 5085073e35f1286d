package systole.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.design.DesignWriter;
import systole.rtl.GeneratedFile;
import systole.shell.ShellLink;
import systole.tool.Command;

class DriverWriterTest {
    private static final List<String> STRICT =
            List.of("-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic", "-Wconversion", "-Wno-sign-conversion");

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
        assertEquals(List.of("driver/design.json", "driver/registers.md"), names(written(ShellLink.Uart.DEFAULT)));
        DesignFile file = DesignFile.read(folder);
        assertEquals(115_200, file.baud());
        DriverDesigns tiny = DriverDesigns.tiny(folder);
        assertEquals(tiny.input().layout(), file.input().port().layout());
        assertEquals(tiny.network().outputType(), file.output().type());
    }

    /** With every warning that the makefile asks for, and one more. */
    @Test
    void everyCFileCompilesWithoutAWarning() {
        List<String> sources = names(written(ShellLink.Axi.DEFAULT)).stream()
                .filter(n -> n.endsWith(".c"))
                .map(n -> n.substring("driver/".length()))
                .toList();
        assertEquals(7, sources.size());
        run(Stream.of(Stream.of("gcc", "-c"), STRICT.stream(), sources.stream()).flatMap(s -> s));
    }

    @Test
    void theMakefileBuildsTheExamples() {
        written(ShellLink.Axi.DEFAULT);
        run(Stream.of("make", "all", "example_bare"));
        run(Stream.of("make", "clean"));
    }
}
