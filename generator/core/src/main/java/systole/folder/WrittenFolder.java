package systole.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.rtl.GeneratedFile;

/**
 * The files of one kind in a folder, such as those of a design, which a manifest lists. Whoever writes them has the
 * {@link FolderLock}, unless nobody else can know the folder.
 *
 * <p>A file that differs from the manifest was edited. It is never replaced or removed, and neither is a file that the
 * manifest does not have.
 *
 * @param root the folder
 * @param kind the name of the kind, which no other kind has in this folder
 */
public record WrittenFolder(Path root, String kind) {
    /** The folder for Systole's own use, in the root. */
    static final String OWN = ".systole";

    static final String SUFFIX = ".sha256";

    /** The folder for Systole's own use in a folder that it wrote. */
    public static Path own(Path root) {
        return root.resolve(OWN);
    }

    /**
     * Refuses a folder that has files, but none of Systole's.
     *
     * @throws RefusedException if this is not a folder, or somebody else's
     */
    public static void requireOurs(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw refused(folder, "this is a file, not a folder");
        }
        try (Stream<Path> present = Files.list(folder)) {
            boolean vacant = present.allMatch(f -> f.getFileName().toString().equals(OWN));
            if (!vacant && !Change.pending(folder) && !hasManifest(folder.resolve(OWN))) {
                throw refused(folder, "Systole did not write this folder, and it is not empty");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks at no folder in it, which another run may be changing. */
    private static boolean hasManifest(Path own) throws IOException {
        if (!Files.isDirectory(own)) {
            return false;
        }
        try (Stream<Path> files = Files.list(own)) {
            return files.anyMatch(f -> f.getFileName().toString().endsWith(SUFFIX));
        }
    }

    private static RefusedException refused(Path path, String message) {
        return RefusedException.of(
                new SourceRef(path.toString(), 0, 0),
                message,
                "choose another folder with --out, or remove this one if you need nothing of it");
    }

    /** What was written. */
    public Manifest manifest() {
        return manifest(manifestFile());
    }

    static Manifest manifest(Path file) {
        try {
            return Files.exists(file)
                    ? Manifest.parse(Files.readString(file))
                            .orElseThrow(() -> refused(file, "this list of what Systole wrote is damaged"))
                    : Manifest.EMPTY;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path manifestFile() {
        return root.resolve(OWN).resolve(kind + SUFFIX);
    }

    /**
     * Writes all files of the kind, and removes those that are there and not among them. If this fails, then the folder is
     * as it was. If the program is ended meanwhile, then the folder is as it was, or the next run completes it.
     *
     * @return the paths of files that were edited and stay, although they are not what was written
     * @throws RefusedException if a file would have to be replaced that was edited, or that Systole did not write
     */
    public List<String> replace(Collection<GeneratedFile> files) {
        Comparison comparison = replacing(files);
        comparison.requireNoConflict();
        return change(comparison);
    }

    /** Refuses what {@link #replace} refuses, and writes nothing. */
    public void requireReplaceable(Collection<GeneratedFile> files) {
        replacing(files).requireNoConflict();
    }

    private Comparison replacing(Collection<GeneratedFile> files) {
        return new Comparison(root, files, manifest(), Manifest.of(files));
    }

    /**
     * Writes files, and leaves the others of the kind.
     *
     * @return the paths of files that somebody else wrote or edited, and that stay
     */
    public List<String> add(Collection<GeneratedFile> files) {
        Manifest before = manifest();
        return change(new Comparison(root, files, before, before.with(Manifest.of(files))));
    }

    /** Removes a file of the kind, unless it was edited. */
    public void remove(String path) {
        Manifest before = manifest();
        change(new Comparison(root, List.of(), before, before.without(path)));
    }

    private List<String> change(Comparison comparison) {
        try {
            if (comparison.differs()) {
                new Change(this).make(comparison.written(), comparison.listed());
            }
            return comparison.kept();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
