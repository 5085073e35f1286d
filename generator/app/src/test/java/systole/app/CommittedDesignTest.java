package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.folder.Tree;

/** The design that is committed for readers is what is generated today ({@code make check-generated} writes it anew). */
class CommittedDesignTest {
    private static final String EXAMPLE = "motion";

    /** What is left out of the repository. */
    private static final List<String> LOCAL =
            List.of("report.html", "sim", "synth", "lock", "results.sha256", "choice.json");

    private static Map<Path, String> files(Path design) throws IOException {
        Map<Path, String> files = new TreeMap<>();
        for (String file : Tree.files(design)) {
            Path path = Path.of(file);
            if (LOCAL.stream().noneMatch(local -> path.startsWith(local) || path.endsWith(local))) {
                files.put(path, Files.readString(design.resolve(path), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void isWhatIsGenerated(@TempDir Path folder) throws IOException {
        Shell.succeed("build", Shell.example(EXAMPLE), "--out", folder.resolve("d"));
        Map<Path, String> generated = files(folder.resolve("d"));
        Map<Path, String> committed = files(Shell.root().resolve("rtl-out").resolve(EXAMPLE));
        String hint = "rtl-out/" + EXAMPLE + " is not what is generated for the example: make check-generated";
        assertEquals(generated.keySet(), committed.keySet(), hint);
        generated.forEach((path, text) -> assertEquals(text, committed.get(path), () -> path + ": " + hint));
    }
}
