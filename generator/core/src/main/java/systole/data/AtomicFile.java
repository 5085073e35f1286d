package systole.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files, each either completely or not at all. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes to a new file beside it and moves that to its place. Links are followed, and devices and pipes are written
     * directly. Missing folders are made.
     *
     * @throws FileSystemException if this fails; it names the file
     */
    public static void write(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            direct(file, content);
            return;
        }
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        makeFolder(target.getParent());
        Path part = target.resolveSibling(".systole-" + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().getId() + ".part");
        try {
            direct(part, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (AccessDeniedException e) {
            throw new AccessDeniedException(target.toString());
        } catch (FileSystemException e) {
            throw new FileSystemException(target.toString(), "", e.getReason());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Writes straight to a file. If this fails, the file may be half written.
     *
     * @throws FileSystemException if this fails; it names the file, also if the disk is full
     */
    public static void direct(Path file, byte[] content, OpenOption... options) throws IOException {
        try {
            Files.write(file, content, options);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileSystemException(file.toString(), "", e.getMessage());
        }
    }

    /** Makes a folder and those around it, if they are not there. A link to a folder is one. */
    public static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }
}
