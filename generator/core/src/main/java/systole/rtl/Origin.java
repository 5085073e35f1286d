package systole.rtl;

import java.util.List;
import java.util.Map;

/**
 * What a design was made by and from. Its files say so in their first line, without a date: the same again gives the same
 * bytes.
 *
 * @param version of Systole
 * @param model digest of the network that the design computes; a design's shell has a hash of its own, of the hardware
 */
public record Origin(String version, String model) {
    /** How comments begin, by the ending of a file's name; other files are not marked. */
    private static final Map<String, String> COMMENTS = Map.of(
            "v",
            "//",
            "vh",
            "//",
            "h",
            "//",
            "c",
            "//",
            "cpp",
            "//",
            "tcl",
            "#",
            "xdc",
            "#",
            "py",
            "#",
            "Makefile",
            "#");

    private static final String SCRIPT = "#!";

    /** Made by this Systole. */
    public static Origin of(String model) {
        return new Origin(systole(), model);
    }

    /** The version of this Systole. */
    public static String systole() {
        return ResourceText.of("systole/version.txt").strip();
    }

    /** The same files, each with the line at its head if it may have comments. */
    public List<GeneratedFile> mark(List<GeneratedFile> files) {
        return files.stream().map(this::mark).toList();
    }

    private GeneratedFile mark(GeneratedFile file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        String comment = COMMENTS.get(name.substring(name.lastIndexOf('.') + 1));
        if (comment == null) {
            return file;
        }
        String text = file.content();
        int at = text.startsWith(SCRIPT) ? text.indexOf('\n') + 1 : 0;
        String line = comment + " Made by Systole " + version + " from the model " + model + ".\n";
        return new GeneratedFile(file.path(), text.substring(0, at) + line + text.substring(at));
    }
}
