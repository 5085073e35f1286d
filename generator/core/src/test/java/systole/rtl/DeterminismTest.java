package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.Repository;

/** The same network gives the same bytes, wherever it lies and wherever they go. */
@Tag("slow")
class DeterminismTest {
    @TempDir
    private Path folder;

    static Stream<String> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.root().resolve("examples"), 2)) {
            return files.map(Path::toString).filter(f -> f.endsWith(".net")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void twoBuildsAreTheSame(String net) throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("a/copy/of/it"));
        try (Stream<Path> files = Files.list(Path.of(net).getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, elsewhere.resolve(file.getFileName()));
            }
        }
        Path here = folder.resolve("here");
        Path there = folder.resolve("quite/another/place");
        RtlDesign.write(Example.read(Path.of(net)).network(), here);
        RtlDesign.write(
                Example.read(elsewhere.resolve(Path.of(net).getFileName())).network(), there);
        assertEquals(content(here), content(there));
    }

    private static Map<String, String> content(Path root) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return content;
    }
}
