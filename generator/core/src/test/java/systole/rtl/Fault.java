package systole.rtl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import systole.tool.DesignFolder;

/**
 * A mistake to be put into a design.
 *
 * @param name what goes wrong
 * @param network of FaultNetworks, in which it matters
 * @param file below {@code rtl/}; that of a library module is named as in the library
 * @param find what stands there, once
 * @param replacement what is put in its place
 */
record Fault(String name, String network, String file, String find, String replacement) {
    /** Puts the mistake into a design. */
    void inject(DesignFolder design) {
        Path path = design.rtl().resolve(named(file, design));
        String right = named(find, design);
        try {
            String text = Files.readString(path);
            int at = text.indexOf(right);
            if (at < 0 || text.indexOf(right, at + 1) >= 0) {
                throw new IllegalStateException(file + " has '" + find + "' not exactly once");
            }
            Files.writeString(
                    path, text.substring(0, at) + named(replacement, design) + text.substring(at + right.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text with the names that library modules have in the design. */
    private static String named(String text, DesignFolder design) {
        return text.replace(LibraryModules.PREFIX, design.name() + "_");
    }

    @Override
    public String toString() {
        return name;
    }
}
