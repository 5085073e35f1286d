package systole.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A mistake to be put into a file.
 *
 * @param file below a folder
 * @param find what stands there, once
 * @param replacement what is put in its place
 */
record Mistake(String file, String find, String replacement) {
    /** Puts it in, and returns what was there. */
    String inject(Path folder) {
        try {
            Path path = folder.resolve(file);
            String text = Files.readString(path);
            int at = text.indexOf(find);
            if (at < 0 || text.indexOf(find, at + 1) >= 0) {
                throw new IllegalStateException(file + " has '" + find + "' not exactly once");
            }
            Files.writeString(path, text.substring(0, at) + replacement + text.substring(at + find.length()));
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes it out again. */
    void mend(Path folder, String before) {
        try {
            Files.writeString(folder.resolve(file), before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
