package systole.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import systole.data.Sha256;

/**
 * The place of a file in a folder.
 *
 * @param root the folder
 * @param path the file, relative to the folder
 */
record Place(Path root, String path) {
    Path file() {
        return root.resolve(path);
    }

    /** Whether nothing is there, and nothing is in the way of a new file. */
    boolean vacant() {
        Path around = file();
        if (Files.exists(around, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        while (!around.equals(root)) {
            around = around.getParent();
            if (Files.exists(around, LinkOption.NOFOLLOW_LINKS)) {
                return Files.isDirectory(around);
            }
        }
        return true;
    }

    /** Whether the file is there as a manifest has it. */
    boolean is(Manifest manifest) {
        return manifest.has(path) && digest().equals(manifest.digest(path));
    }

    private Optional<String> digest() {
        try {
            return Files.isRegularFile(file()) ? Optional.of(Sha256.of(Files.readAllBytes(file()))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
