package systole.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells whether a product was made from exactly these files in exactly this way. It compares contents, not times. */
record Fingerprint(String digest) {
    /**
     * The fingerprint of files and of the commands that use them.
     *
     * @param words command lines, versions
     */
    static Fingerprint of(List<String> words, List<Path> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String word : words) {
                digest.update((word + "\0").getBytes(StandardCharsets.UTF_8));
            }
            for (Path file : files) {
                digest.update((file.getFileName() + "\0" + Files.size(file) + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
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
