package systole.frontend.importing;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import systole.diagnostic.InputFile;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.Identifiers;

/** Reads the files of models. */
public final class ModelFile {
    /** The largest file that is read, in bytes. A network with more weights than this does not fit any chip. */
    public static final long MAX_BYTES = 1L << 26;

    private ModelFile() {}

    /**
     * Reads the whole content of a file.
     *
     * @throws RefusedException if there is no such file, or it is too large, or cannot be read
     */
    public static byte[] content(Path file) {
        SourceRef where = new SourceRef(file.toString(), 0, 0);
        try {
            return InputFile.bytes(file, MAX_BYTES);
        } catch (NoSuchFileException e) {
            throw RefusedException.of(where, "there is no such file", "");
        } catch (IOException e) {
            throw RefusedException.of(where, "the file cannot be read: " + e.getMessage(), "");
        }
    }

    /** A refusal of content that is not a model. */
    public static RefusedException damaged(SourceRef where, String message, String hint, Exception cause) {
        RefusedException refused = RefusedException.of(where, message, hint);
        refused.initCause(cause);
        return refused;
    }

    /** An identifier made of the file's name without its extension. */
    public static String networkName(Path file, String extension) {
        String name = file.toAbsolutePath().normalize().getFileName().toString();
        return Identifiers.suggestion(
                name.endsWith(extension) ? name.substring(0, name.length() - extension.length()) : name);
    }
}
