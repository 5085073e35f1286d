package systole.design;

import java.nio.file.Path;
import java.util.List;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.folder.Manifest;
import systole.folder.WrittenFolder;
import systole.rtl.GeneratedFile;

/**
 * Writes the files of a design, and what is found out about it. Files that do not change stay untouched, those of an earlier
 * design are removed, and those that Systole did not write or that were edited stay.
 */
public final class DesignWriter {
    private DesignWriter() {}

    /** The files of the design in a folder. */
    private static WrittenFolder design(Path folder) {
        return new WrittenFolder(folder, "design");
    }

    /** The files about the design in a folder. */
    private static WrittenFolder results(Path folder) {
        return new WrittenFolder(folder, "results");
    }

    /**
     * Writes a design into a folder. A design without a kit leaves the kit around the same hardware as it is.
     *
     * @return the paths of files that were edited and stay
     * @throws RefusedException if an edited file would have to be replaced, or if the folder has a kit around other hardware
     */
    public static List<String> write(Design design, Path folder) {
        Manifest present = design(folder).manifest();
        if (design.hasKit() || !present.has(Design.GUIDE)) {
            return write(design.files(), folder);
        }
        if (!present.hasAll(Manifest.of(design.files()))) {
            throw RefusedException.of(
                    new SourceRef(folder.toString(), 0, 0),
                    "this folder has the files that bring other hardware onto a board",
                    "choose another folder with --out, or make these files anew for this hardware: systole board");
        }
        return design(folder).add(design.files());
    }

    /**
     * Writes these files, which are all of a design. The page about another design goes first, so that it is not taken for
     * a page about this one.
     *
     * @return the paths of files that were edited and stay
     */
    public static List<String> write(List<GeneratedFile> files, Path folder) {
        design(folder).requireReplaceable(files);
        if (!design(folder).manifest().equals(Manifest.of(files))) {
            results(folder).remove(Design.PAGE);
        }
        return design(folder).replace(files);
    }

    /** Refuses a folder into which another design was written. */
    public static void require(Design design, Path folder) {
        if (!design(folder).manifest().hasAll(Manifest.of(design.files()))) {
            throw RefusedException.of(
                    new SourceRef(folder.toString(), 0, 0),
                    "this folder has another design than " + design.name() + " by now",
                    "write each design into a folder of its own");
        }
    }

    /**
     * Writes a file about a design, such as a result. The others stay.
     *
     * @return the path of the file if it was edited and stays
     */
    public static List<String> write(GeneratedFile file, Path folder) {
        return results(folder).add(List.of(file));
    }
}
