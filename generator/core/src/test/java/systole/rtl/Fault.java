package systole.rtl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A mistake to be put into a design.
 *
 * @param name what goes wrong
 * @param network of FaultNetworks, in which it matters
 * @param file below {@code rtl/}
 * @param find what stands there, once
 * @param replacement what is put in its place
 */
record Fault(String name, String network, String file, String find, String replacement) {
    /** Puts the mistake into a design. */
    void inject(Path rtl) {
        Path path = rtl.resolve(file);
        try {
            String text = Files.readString(path);
            int at = text.indexOf(find);
            if (at < 0 || text.indexOf(find, at + 1) >= 0) {
                throw new IllegalStateException(file + " has '" + find + "' not exactly once");
            }
            Files.writeString(path, text.substring(0, at) + replacement + text.substring(at + find.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
