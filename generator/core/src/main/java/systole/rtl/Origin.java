package systole.rtl;

import java.util.List;
import java.util.Map;

/**
 * The origin of a design: the program and the model that it was made from. The files of the design name it in their
 * first line. They name no date, so that the same origin always gives the same bytes.
 *
 * @param version the version of Systole
 * @param model the digest of the network that the design computes; a design's shell has a hash of its own, of the
 *     hardware
 */
public record Origin(String version, String model) {
    private static final String SLASHES = "//";

    private static final String HASH = "#";

    /** The start of a comment, by the suffix of a file's name. Other files are not marked. */
    private static final Map<String, String> COMMENTS = Map.ofEntries(
            Map.entry("v", SLASHES),
            Map.entry("vh", SLASHES),
            Map.entry("h", SLASHES),
            Map.entry("c", SLASHES),
            Map.entry("cpp", SLASHES),
            Map.entry("tcl", HASH),
            Map.entry("xdc", HASH),
            Map.entry("dtso", SLASHES),
            Map.entry("py", HASH),
            Map.entry("core", HASH),
            Map.entry("xml", "<!--"),
            Map.entry("Makefile", HASH));

    /** The ends of comments that do not end with their line. */
    private static final Map<String, String> ENDS = Map.of("<!--", " -->");

    /** The starts of first lines that have to stay the first. */
    private static final List<String> FIRST = List.of("#!", "CAPI=2:", "<?xml ");

    /** The origin of a design that this version of Systole makes from a model. */
    public static Origin of(String model) {
        return new Origin(systole(), model);
    }

    /** The version of this Systole. */
    public static String systole() {
        return ResourceText.of("systole/version.txt").strip();
    }

    /** The same files with a line about the origin at their head, except for files that may not have comments. */
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
        int at = FIRST.stream().anyMatch(text::startsWith) ? text.indexOf('\n') + 1 : 0;
        String line = comment + " Made by Systole " + version + " from the model " + model + "."
                + ENDS.getOrDefault(comment, "") + "\n";
        return new GeneratedFile(file.path(), text.substring(0, at) + line + text.substring(at));
    }
}
