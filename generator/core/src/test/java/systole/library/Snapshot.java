package systole.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import systole.Repository;

/** Golden texts in {@code src/test/resources/snapshots}: {@code -Dsystole.accept=true} takes the present ones over. */
public final class Snapshot {
    private static final Path FOLDER = Repository.root().resolve("generator/core/src/test/resources/snapshots");
    private static final boolean ACCEPT = Boolean.getBoolean("systole.accept");

    private Snapshot() {}

    /** Compares; if it differs, the actual text is written beside, as {@code name.actual}, ready to diff. */
    public static void check(String name, String actual) {
        try {
            Path expected = FOLDER.resolve(name);
            Path beside = FOLDER.resolve(name + ".actual");
            Files.deleteIfExists(beside);
            if (ACCEPT) {
                Files.createDirectories(FOLDER);
                Files.writeString(expected, actual);
            }
            String golden = Files.exists(expected) ? Files.readString(expected) : "";
            if (!golden.equals(actual)) {
                Files.writeString(beside, actual);
            }
            assertEquals(golden, actual, "make golden accepts " + beside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
