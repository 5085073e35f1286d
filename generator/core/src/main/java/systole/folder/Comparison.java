package systole.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.rtl.GeneratedFile;

/** What has to be done so that files are in a folder. */
final class Comparison {
    private final Path root;
    private final Manifest before;
    private final Manifest after;
    private final List<GeneratedFile> same = new ArrayList<>();
    private final List<GeneratedFile> changed = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private final List<String> obsolete = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    /**
     * Compares files with what is there.
     *
     * @param before what was written
     * @param after what is to be written: these files, and those of {@code before} that stay
     */
    Comparison(Path root, Collection<GeneratedFile> files, Manifest before, Manifest after) {
        this.root = root;
        this.before = before;
        this.after = after;
        for (GeneratedFile file : files) {
            Place place = new Place(root, file.path());
            if (place.is(after)) {
                same.add(file);
            } else if (place.vacant() || place.is(before)) {
                changed.add(file);
            } else {
                taken.add(file.path());
            }
        }
        for (String path : before.digests().keySet()) {
            Place place = new Place(root, path);
            if (!after.has(path) && !place.vacant()) {
                (place.is(before) ? obsolete : left).add(path);
            }
        }
    }

    /** Refuses to write if a file is to become another one that was edited, or that Systole did not write. */
    void requireNoConflict() {
        Problems problems = new Problems();
        for (String path : taken) {
            if (!before.digest(path).equals(after.digest(path))) {
                problems.add(
                        new SourceRef(root.resolve(path).toString(), 0, 0),
                        before.has(path)
                                ? "this file was edited, and the new design has another one in its place"
                                : "Systole did not write this, and the design has a file in its place",
                        "move it away, or choose another folder with --out; nothing was written");
            }
        }
        problems.throwIfAny();
    }

    /** Whether there is anything to do. */
    boolean differs() {
        return !changed.isEmpty() || !obsolete.isEmpty() || !listed().equals(before);
    }

    /** The files to write. */
    List<GeneratedFile> written() {
        List<GeneratedFile> all = new ArrayList<>(changed);
        same.stream().filter(Change::inEach).forEach(all::add);
        return all;
    }

    /** The manifest when they are written, without the files of others. */
    Manifest listed() {
        TreeMap<String, String> listed = new TreeMap<>(after.digests());
        taken.stream().filter(path -> !before.has(path)).forEach(listed::remove);
        return new Manifest(listed);
    }

    /** The paths of files that stay, although they are not what was written or is to be written. */
    List<String> kept() {
        List<String> kept = new ArrayList<>(taken);
        kept.addAll(left);
        return kept;
    }
}
