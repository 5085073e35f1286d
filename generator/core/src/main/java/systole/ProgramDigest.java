package systole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import systole.data.Sha256;

/** Tells programs from each other: the content of the archive or the folder that these classes come from. */
final class ProgramDigest {
    private static final String DIGEST = digest();

    private ProgramDigest() {}

    /** 64 hexadecimal digits. */
    static String get() {
        return DIGEST;
    }

    private static String digest() {
        try {
            Path source = Path.of(ProgramDigest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isDirectory(source) ? ofFolder(source) : Sha256.of(Files.readAllBytes(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ofFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            StringBuilder digests = new StringBuilder();
            for (Path file : sorted) {
                digests.append(folder.relativize(file))
                        .append(' ')
                        .append(Sha256.of(Files.readAllBytes(file)))
                        .append('\n');
            }
            return Sha256.of(digests.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
