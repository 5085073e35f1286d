package systole.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import systole.data.AtomicFile;
import systole.rtl.GeneratedFile;

/**
 * A change of several files in a folder, which happens as a whole.
 *
 * <p>All new files are written into a folder inside of it. As soon as that is complete, it gets another name, and with that
 * the change is decided. Then the files move to their places. If the program is ended before the decision, the folder is as
 * it was. If it is ended afterwards, the next run moves the rest. In between, the lists of sources are missing, so that no
 * tool takes a mixture for a design.
 */
final class Change {
    private static final String STAGING = "staging";
    private static final String NEXT = "next";
    private static final String FILES = "files";

    /** The suffix of files that list sources. */
    private static final String LIST = ".f";

    private final WrittenFolder written;

    /** @param written the files of the kind that changes */
    Change(WrittenFolder written) {
        this.written = written;
    }

    /** Whether a change of a folder is decided and not complete. */
    static boolean pending(Path root) {
        return Files.isDirectory(own(root, NEXT));
    }

    /** Whether a file has to be written in each change of its kind. */
    static boolean inEach(GeneratedFile file) {
        return file.path().endsWith(LIST);
    }

    /** Completes what an earlier run decided, and forgets what it did not. */
    static void complete(Path root) throws IOException {
        Tree.delete(own(root, STAGING));
        for (String file : Tree.files(own(root, NEXT))) {
            if (file.endsWith(WrittenFolder.SUFFIX)) {
                String kind = file.substring(0, file.length() - WrittenFolder.SUFFIX.length());
                new Change(new WrittenFolder(root, kind)).move();
            }
        }
        Tree.delete(own(root, NEXT));
    }

    /**
     * Writes files, and removes those that no longer are in the manifest.
     *
     * @param files all that differ, and nothing that was edited
     * @param after the manifest when this is done
     */
    void make(Collection<GeneratedFile> files, Manifest after) throws IOException {
        Path staging = own(written.root(), STAGING);
        Tree.delete(staging);
        try {
            for (GeneratedFile file : files) {
                stage(
                        staging.resolve(FILES).resolve(file.path()),
                        file.content(),
                        place(file.path()).file());
            }
            stage(staging.resolve(written.manifestFile().getFileName()), after.text(), written.manifestFile());
        } catch (IOException e) {
            Tree.delete(staging);
            throw e;
        }
        Thread patient = new Thread(this::untilMoved);
        Runtime.getRuntime().addShutdownHook(patient);
        synchronized (this) {
            Files.move(staging, own(written.root(), NEXT));
            move();
            Tree.delete(own(written.root(), NEXT));
        }
        Runtime.getRuntime().removeShutdownHook(patient);
    }

    /** Keeps the program from ending on a signal while files move, which takes a moment. */
    private synchronized void untilMoved() {}

    private static void stage(Path staged, String content, Path place) throws IOException {
        try {
            AtomicFile.makeFolder(staged.getParent());
            AtomicFile.direct(staged, content.getBytes(StandardCharsets.UTF_8));
        } catch (AccessDeniedException e) {
            throw e;
        } catch (FileSystemException e) {
            throw new FileSystemException(place.toString(), "", e.getReason());
        }
    }

    private void move() throws IOException {
        Path next = own(written.root(), NEXT);
        Manifest before = written.manifest();
        Path manifest = next.resolve(written.manifestFile().getFileName());
        Manifest after = WrittenFolder.manifest(manifest);
        List<Place> places =
                Tree.files(next.resolve(FILES)).stream().map(this::place).toList();
        List<Place> lists = places.stream().filter(p -> p.path().endsWith(LIST)).toList();
        for (Place list : lists) {
            if (list.is(before)) {
                Files.delete(list.file());
            }
        }
        for (Place place : places) {
            if (!lists.contains(place)) {
                move(next, place, before);
            }
        }
        for (String path : before.digests().keySet()) {
            if (!after.has(path) && place(path).is(before)) {
                remove(place(path).file());
            }
        }
        for (Place list : lists) {
            move(next, list, before);
        }
        Files.move(manifest, written.manifestFile(), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Moves a file to its place, unless that was taken or edited after the change was decided. */
    private static void move(Path next, Place place, Manifest before) throws IOException {
        if (place.vacant() || place.is(before)) {
            AtomicFile.makeFolder(place.file().getParent());
            Files.move(next.resolve(FILES).resolve(place.path()), place.file(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes a file, and the folders that are empty without it. */
    private void remove(Path file) throws IOException {
        Files.delete(file);
        Path around = file.getParent();
        try {
            while (!around.equals(written.root())) {
                Files.delete(around);
                around = around.getParent();
            }
        } catch (DirectoryNotEmptyException e) {
            return; // the others are not empty, either
        }
    }

    private Place place(String path) {
        return new Place(written.root(), path);
    }

    private static Path own(Path root, String name) {
        return root.resolve(WrittenFolder.OWN).resolve(name);
    }
}
