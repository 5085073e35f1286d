package systole.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.diagnostic.RefusedException;
import systole.rtl.GeneratedFile;

class FolderLockTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    Path root;

    @Test
    void onlyOneWorksInAFolder() {
        Path folder = root.resolve("new");
        Path other = root.resolve("other");
        FolderLock.holding(folder, () -> {
            RefusedException refused =
                    assertThrows(RefusedException.class, () -> FolderLock.holding(folder, SHORT, () -> "work"));
            assertEquals("another run of Systole works in this folder", refused.getMessage());
            return FolderLock.holding(other, SHORT, () -> "work");
        });
        assertEquals("work", FolderLock.holding(folder, SHORT, () -> "work"));
    }

    @Test
    void theLockEndsWithWorkThatFails() {
        assertThrows(
                IllegalStateException.class,
                () -> FolderLock.holding(root, () -> {
                    throw new IllegalStateException("failed");
                }));
        assertEquals("work", FolderLock.holding(root, SHORT, () -> "work"));
    }

    /** Without the lock, this ends in mixtures and in files that are missing. */
    @Test
    void manyWritersLeaveOneDesign() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<String>>> writers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                List<GeneratedFile> design = design(i);
                writers.add(threads.submit(
                        () -> FolderLock.holding(root, () -> new WrittenFolder(root, "design").replace(design))));
            }
            for (Future<List<String>> writer : writers) {
                assertEquals(List.of(), writer.get());
            }
        } finally {
            threads.shutdown();
        }
        String one = Files.readString(root.resolve("rtl/0.v"));
        List<GeneratedFile> left = design(Integer.parseInt(one));
        assertEquals(Manifest.of(left), new WrittenFolder(root, "design").manifest());
        for (GeneratedFile file : left) {
            assertEquals(file.content(), Files.readString(root.resolve(file.path())));
        }
    }

    private static List<GeneratedFile> design(int i) {
        return IntStream.rangeClosed(0, 10 + i % 10)
                .mapToObj(n -> new GeneratedFile("rtl/" + n + ".v", "" + i))
                .toList();
    }
}
