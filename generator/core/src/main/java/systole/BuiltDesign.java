package systole;

import java.nio.file.Path;
import systole.design.Design;
import systole.engine.BeatStream;
import systole.tool.DesignFolder;
import systole.tool.StreamFormat;

/**
 * A design whose files are in a folder.
 *
 * @param design the hardware
 * @param folder the hardware on disk
 */
public record BuiltDesign(Design design, DesignFolder folder) {
    /** The design of a folder that holds its files. */
    public static BuiltDesign of(Design design, Path folder) {
        return new BuiltDesign(
                design,
                new DesignFolder(
                        folder, design.top(), format(design.input().stream()), format(design.output().stream())));
    }

    private static StreamFormat format(BeatStream stream) {
        return new StreamFormat(
                stream.lanes(), stream.type().bytes(), stream.type().signed());
    }

    /** The folder, relative to the working directory if it lies below that. */
    public Path shownFolder() {
        Path here = Path.of("").toAbsolutePath();
        return folder.root().startsWith(here) ? here.relativize(folder.root()) : folder.root();
    }
}
