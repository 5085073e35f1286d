package systole.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import systole.data.Sha256;

/** Tells whether a product was made from exactly these files in exactly this way. It compares contents, not times. */
record Fingerprint(String digest) {
    /**
     * The fingerprint of files and of the commands that use them.
     *
     * @param words command lines, versions
     */
    static Fingerprint of(List<String> words, List<Path> files) {
        try {
            Sha256 hash = new Sha256();
            words.forEach(hash::text);
            for (Path file : files) {
                hash.text(file.getFileName().toString()).bytes(Files.readAllBytes(file));
            }
            return new Fingerprint(hash.hex());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the product exists and has this fingerprint. */
    boolean matches(Path product) {
        try {
            Path stamp = stamp(product);
            return Files.exists(product)
                    && Files.exists(stamp)
                    && Files.readString(stamp).equals(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives this fingerprint to a product. This is called when the product is complete. */
    void mark(Path product) {
        try {
            Files.writeString(stamp(product), digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path stamp(Path product) {
        return product.resolveSibling(product.getFileName() + ".stamp");
    }
}
