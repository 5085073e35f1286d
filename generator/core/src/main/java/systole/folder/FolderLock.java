package systole.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/**
 * The right to change a folder, which one run has at a time. It ends with the program at the latest, however that ends. The
 * file of the lock stays.
 */
public final class FolderLock {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 20;

    /** The folders that this process has locked, because the system's locks do not keep its threads apart. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Works in a folder, which is made if it is not there. Before that, it waits until no other run works in it, and completes
     * what an earlier run left undone.
     *
     * @return the result of the work
     * @throws RefusedException if the other run takes long, or if the folder is not one of Systole's
     */
    public static <T> T holding(Path folder, Supplier<T> work) {
        return holding(folder, PATIENCE, work);
    }

    static <T> T holding(Path folder, Duration patience, Supplier<T> work) {
        WrittenFolder.requireOurs(folder);
        FolderLock lock = awaited(folder, patience);
        try {
            Change.complete(folder);
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.release();
        }
    }

    private static FolderLock awaited(Path folder, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            Path own =
                    Files.createDirectories(folder.resolve(WrittenFolder.OWN)).toRealPath();
            Optional<FolderLock> lock = tried(own);
            while (lock.isEmpty()) {
                if (System.nanoTime() > end) {
                    throw RefusedException.of(
                            new SourceRef(folder.toString(), 0, 0),
                            "another run of Systole works in this folder",
                            "wait until it ends, or choose another folder with --out");
                }
                Thread.sleep(PAUSE_MILLIS);
                lock = tried(own);
            }
            return lock.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another run works in " + folder, e);
        }
    }

    /** The lock, unless somebody has it. */
    private static Optional<FolderLock> tried(Path own) throws IOException {
        if (!HELD.add(own)) {
            return Optional.empty();
        }
        boolean locked = false;
        try {
            FileChannel channel =
                    FileChannel.open(own.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            locked = Optional.ofNullable(channel.tryLock()).isPresent();
            if (!locked) {
                channel.close();
            }
            return locked ? Optional.of(new FolderLock(own, channel)) : Optional.empty();
        } finally {
            if (!locked) {
                HELD.remove(own);
            }
        }
    }

    private void release() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(folder);
        }
    }
}
