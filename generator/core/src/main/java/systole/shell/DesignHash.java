package systole.shell;

import java.util.Comparator;
import java.util.List;
import systole.data.Sha256;
import systole.rtl.GeneratedFile;

/**
 * The hash that tells a core from any other. It has 64 bits of the SHA-256 of the core's Verilog and memory contents.
 */
public final class DesignHash {
    private DesignHash() {}

    /** The hash of the emitter's files. Files outside {@code rtl/} do not count. */
    public static long of(List<GeneratedFile> files) {
        Sha256 hash = new Sha256();
        files.stream()
                .filter(f -> f.path().startsWith("rtl/"))
                .sorted(Comparator.comparing(GeneratedFile::path))
                .forEach(f -> hash.text(f.path()).text(f.content()));
        return hash.start();
    }
}
