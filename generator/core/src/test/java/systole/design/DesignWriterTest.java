package systole.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.rtl.GeneratedFile;

class DesignWriterTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path folder;

    private void write(GeneratedFile... files) {
        DesignWriter.write(List.of(files), folder);
    }

    private List<String> present() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(p -> folder.relativize(p).toString())
                    .sorted()
                    .toList();
        }
    }

    private Path touched(String path) throws IOException {
        return Files.setLastModifiedTime(folder.resolve(path), LONG_AGO);
    }

    @Test
    void filesOfAnEarlierDesignGoAway() throws IOException {
        write(
                new GeneratedFile("rtl/old.v", "x"),
                new GeneratedFile("rtl/old.mem", "0"),
                new GeneratedFile("testbench/t.h", ""));
        write(new GeneratedFile("rtl/new.v", "y"));
        assertEquals(List.of("rtl/new.v"), present());
    }

    @Test
    void whatOthersPutThereStays() throws IOException {
        write(new GeneratedFile("plan.json", "{}"));
        Files.createDirectories(folder.resolve("sim"));
        Files.writeString(folder.resolve("sim/run.log"), "log");
        Files.writeString(folder.resolve("notes.txt"), "mine");
        write(new GeneratedFile("rtl/a.v", "a"));
        assertEquals(List.of("notes.txt", "plan.json", "rtl/a.v", "sim/run.log"), present());
    }

    /** Build tools go by the times of files. */
    @Test
    void filesThatAreTheSameStayUntouched() throws IOException {
        write(new GeneratedFile("rtl/same.v", "same"), new GeneratedFile("rtl/other.v", "before"));
        Path same = touched("rtl/same.v");
        Path other = touched("rtl/other.v");
        write(new GeneratedFile("rtl/same.v", "same"), new GeneratedFile("rtl/other.v", "after"));
        assertEquals(LONG_AGO, Files.getLastModifiedTime(same));
        assertTrue(Files.getLastModifiedTime(other).compareTo(LONG_AGO) > 0);
        assertEquals("after", Files.readString(other));
    }

    /** An interrupted write leaves a part beside, which the next one clears away. */
    @Test
    void nothingStaysHalfWritten() throws IOException {
        Files.createDirectories(folder.resolve("rtl"));
        Files.writeString(folder.resolve("rtl/a.v.part"), "modu");
        write(new GeneratedFile("rtl/a.v", "module"));
        assertEquals(List.of("rtl/a.v"), present());
    }

    @Test
    void aFileThatCannotBeReplacedStaysAsItWas() throws IOException {
        write(new GeneratedFile("rtl/a.v", "before"));
        Files.createDirectories(folder.resolve("rtl/a.v.part/full"));
        GeneratedFile after = new GeneratedFile("rtl/a.v", "after");
        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> write(after));
        assertEquals("cannot write " + folder, e.getMessage());
        assertEquals("before", Files.readString(folder.resolve("rtl/a.v")));
    }

    @Test
    void aFolderInTheWayOfAFileIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("rtl/a.v/inside"));
        GeneratedFile file = new GeneratedFile("rtl/a.v", "a");
        assertThrows(RuntimeException.class, () -> write(file));
        assertFalse(Files.isRegularFile(folder.resolve("rtl/a.v")));
    }
}
