package systole.shell;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import systole.rtl.GeneratedFile;

/**
 * The hash that tells a core from any other. It has 64 bits of the SHA-256 of the core's Verilog and memory contents.
 */
public final class DesignHash {
    private DesignHash() {}

    /** The hash of the emitter's files. Files outside {@code rtl/} do not count. */
    public static long of(List<GeneratedFile> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.stream()
                    .filter(f -> f.path().startsWith("rtl/"))
                    .sorted(Comparator.comparing(GeneratedFile::path))
                    .forEach(f ->
                            digest.update((f.path() + "\0" + f.content() + "\0").getBytes(StandardCharsets.UTF_8)));
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
