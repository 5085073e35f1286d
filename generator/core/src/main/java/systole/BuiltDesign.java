package systole;

import java.nio.file.Path;
import systole.design.Design;
import systole.engine.BeatStream;
import systole.tool.DesignFolder;
import systole.tool.StreamFormat;

/**
 * A design that is on disk.
 *
 * @param design the hardware
 * @param folder where it is, as simulators and synthesis read it
 */
public record BuiltDesign(Design design, DesignFolder folder) {
    /** A design whose files are in a folder. */
    public static BuiltDesign of(Design design, Path folder) {
        return new BuiltDesign(
                design,
                new DesignFolder(
                        folder, design.name(), format(design.input().stream()), format(design.output().stream())));
    }

    private static StreamFormat format(BeatStream stream) {
        return new StreamFormat(
                stream.lanes(), stream.type().bytes(), stream.type().signed());
    }

    /** The folder relative to where we are, if it is below. */
    public Path shownFolder() {
        Path here = Path.of("").toAbsolutePath();
        return folder.root().startsWith(here) ? here.relativize(folder.root()) : folder.root();
    }
}
