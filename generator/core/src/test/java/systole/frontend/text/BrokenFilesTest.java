package systole.frontend.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import systole.catalog.StandardCatalog;
import systole.diagnostic.DiagnosticPrinter;
import systole.diagnostic.RefusedException;

/**
 * One small file for each diagnostic, {@code broken/NAME.net}, and what is printed for it, {@code NAME.expected}.
 *
 * <p>A difference writes {@code target/broken/NAME.actual}. With {@code -Dsystole.accept=true} the expected files are
 * rewritten instead.
 */
class BrokenFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/broken");

    @TestFactory
    List<DynamicTest> everyFileIsRefusedAsExpected() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<DynamicTest> tests = files.filter(f -> f.toString().endsWith(".net"))
                    .sorted()
                    .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> check(f)))
                    .toList();
            assertTrue(tests.size() > 25, "the files are not found in " + FOLDER.toAbsolutePath());
            return tests;
        }
    }

    private static void check(Path file) throws IOException {
        String actual = rendered(file);
        String name = file.getFileName().toString().replace(".net", "");
        Path expected = FOLDER.resolve(name + ".expected");
        if (Boolean.getBoolean("systole.accept")) {
            Files.writeString(expected, actual);
        }
        String wanted = Files.exists(expected) ? Files.readString(expected) : "";
        if (!wanted.equals(actual)) {
            Path copy = Path.of("target/broken", name + ".actual");
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, actual);
        }
        assertEquals(wanted, actual, () -> "if this is better: copy target/broken/" + name + ".actual to " + expected);
    }

    private static String rendered(Path file) throws IOException {
        String text = Files.readString(file);
        String name = file.getFileName().toString();
        NetReader reader = new NetReader(StandardCatalog.CATALOG);
        RefusedException refused = assertThrows(RefusedException.class, () -> reader.read(text, name, FOLDER));
        return DiagnosticPrinter.of(Map.of(name, text)).print(refused.diagnostics());
    }
}
