package systole.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final byte[] NEW = {1, 2, 3};

    @TempDir
    Path folder;

    private List<Path> present() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void aFileIsReplacedAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a.npy"), "before");
        Path part = Files.writeString(folder.resolve("a.npy.part"), "mine");
        AtomicFile.write(file, NEW);
        assertEquals(-1, Files.mismatch(file, Files.write(folder.resolve("b"), NEW)));
        assertEquals("mine", Files.readString(part));
        assertEquals(3, present().size());
    }

    @Test
    void linksAreFollowed() throws IOException {
        Path target = Files.createDirectories(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        AtomicFile.write(link.resolve("a"), NEW);
        Path alias = Files.createSymbolicLink(folder.resolve("alias"), target.resolve("a"));
        AtomicFile.write(alias, new byte[] {4});
        assertTrue(Files.isSymbolicLink(alias));
        assertEquals(1, Files.size(target.resolve("a")));
    }

    @Test
    void devicesAreWrittenDirectly() throws IOException {
        AtomicFile.write(Path.of("/dev/null"), NEW);
        FileSystemException full =
                assertThrows(FileSystemException.class, () -> AtomicFile.write(Path.of("/dev/full"), NEW));
        assertEquals("/dev/full", full.getFile());
        assertTrue(full.getReason().contains("No space left"), full.getReason());
    }

    @Test
    void aFailureNamesTheFileAndLeavesNothing() throws IOException {
        Path busy = Files.createDirectories(folder.resolve("busy/inside")).getParent();
        FileSystemException failed = assertThrows(FileSystemException.class, () -> AtomicFile.write(busy, NEW));
        assertEquals(busy.toString(), failed.getFile());
        Path tooLong = folder.resolve("x".repeat(300));
        failed = assertThrows(FileSystemException.class, () -> AtomicFile.write(tooLong, NEW));
        assertEquals(tooLong.toString(), failed.getFile());
        assertEquals(List.of(busy), present());
    }
}
