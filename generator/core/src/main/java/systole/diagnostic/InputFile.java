package systole.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that a person names. Devices and pipes, which may never end, are not read. */
public final class InputFile {
    private InputFile() {}

    /**
     * The content of a file.
     *
     * @param most the greatest number of bytes that are read
     * @throws NoSuchFileException if there is no such file
     * @throws IOException if it is not a file of at most this size; the message says why, without the name
     */
    public static byte[] bytes(Path file, long most) throws IOException {
        requireFile(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
            if (content.length > most) {
                throw new IOException("it is larger than " + most + " bytes");
            }
            return content;
        }
    }

    /**
     * Does nothing if this is a file.
     *
     * @throws NoSuchFileException if there is no such file
     * @throws IOException if it is something else; the message says what, without the name
     */
    public static void requireFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(Files.isDirectory(file) ? "it is a folder" : "it is a device or a pipe, not a file");
        }
    }
}
