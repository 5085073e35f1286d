package systole.app;

import java.nio.file.Path;
import systole.design.Design;
import systole.engine.BeatStream;
import systole.tool.DesignFolder;
import systole.tool.StreamFormat;

/**
 * The hardware of a network.
 *
 * @param design the hardware
 * @param folder the hardware on disk
 */
record BuiltDesign(Design design, DesignFolder folder) {
    static BuiltDesign of(Design design, Path folder) {
        return new BuiltDesign(
                design,
                new DesignFolder(
                        folder, design.name(), format(design.input().stream()), format(design.output().stream())));
    }

    private static StreamFormat format(BeatStream stream) {
        return new StreamFormat(
                stream.lanes(), stream.type().bytes(), stream.type().signed());
    }

    /** The folder, relative to the working directory if it lies below that. */
    Path shownFolder() {
        Path here = Path.of("").toAbsolutePath();
        return folder.root().startsWith(here) ? here.relativize(folder.root()) : folder.root();
    }

    /** Cycles per second. */
    double hertz() {
        return design.clockMhz() * 1e6;
    }
}
