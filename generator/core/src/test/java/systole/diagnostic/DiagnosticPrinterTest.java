package systole.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticPrinterTest {
    private static final DiagnosticPrinter PRINTER =
            DiagnosticPrinter.of(Map.of("a.net", "one\n\ttwo = 2\n", "b.net", "x".repeat(500) + "y"));

    private static Diagnostic at(String file, int line, int column, String message, String hint) {
        return new Diagnostic(new SourceRef(file, line, column), message, hint);
    }

    @Test
    void quotesTheLineUnderACaret() {
        assertEquals(
                """
                a.net:2:8: error: it is bad
                  2 |  two = 2
                    |        ^
                  help: make it good

                1 error
                """,
                PRINTER.print(List.of(at("a.net", 2, 8, "it is bad", "make it good"))));
    }

    @Test
    void sortsByPositionAndCounts() {
        String printed = PRINTER.print(List.of(
                at("b.net", 1, 1, "third", ""), at("a.net", 2, 2, "second", ""), at("a.net", 1, 3, "first", "")));
        assertTrue(printed.indexOf("first") < printed.indexOf("second"), printed);
        assertTrue(printed.indexOf("second") < printed.indexOf("third"), printed);
        assertTrue(printed.endsWith("\n3 errors\n"), printed);
    }

    @Test
    void showsWhatIsKnownOfAPosition() {
        assertEquals("error: m\n\n1 error\n", PRINTER.print(List.of(new Diagnostic(SourceRef.NONE, "m", ""))));
        assertEquals("a.net: error: m\n\n1 error\n", PRINTER.print(List.of(at("a.net", 0, 0, "m", ""))));
        assertEquals("a.net:1: error: m\n  1 | one\n\n1 error\n", PRINTER.print(List.of(at("a.net", 1, 0, "m", ""))));
        assertEquals("c.net:1:1: error: m\n\n1 error\n", PRINTER.print(List.of(at("c.net", 1, 1, "m", ""))));
        assertEquals("a.net:9:1: error: m\n\n1 error\n", PRINTER.print(List.of(at("a.net", 9, 1, "m", ""))));
    }

    /** A name from a file must not move the cursor, change the title or reverse what is read. */
    @Test
    void whatATerminalWouldNotShowIsEscaped() {
        DiagnosticPrinter printer = DiagnosticPrinter.of(Map.of("a.net", "x\u001b[2Jy\u202ez"));
        assertEquals(
                "a\\u0007.net: error: no '\\u001b[2J' \\u0000\\u202e\\u000a \\u{e0001}é\n  help: \\u009b\n\n1 error\n",
                printer.print(
                        List.of(at("a\u0007.net", 0, 0, "no '\u001b[2J' \u0000\u202e\n \udb40\udc01é", "\u009b"))));
        assertTrue(printer.print(List.of(at("a.net", 1, 1, "m", ""))).contains("  1 | x [2Jy z\n"));
    }

    @Test
    void longMessagesAreCut() {
        String printed =
                PRINTER.print(List.of(at("f".repeat(100_000), 0, 0, "m".repeat(100_000), "h".repeat(100_000))));
        assertTrue(printed.length() < 10_000, printed.length() + " characters");
        assertTrue(printed.contains("mmm ... mmm"), printed);
    }

    @Test
    void longLinesAreCutAroundTheCaret() {
        List<String> lines =
                PRINTER.print(List.of(at("b.net", 1, 501, "m", ""))).lines().toList();
        assertTrue(lines.get(1).length() < 130, lines.get(1));
        assertEquals('y', lines.get(1).charAt(lines.get(2).indexOf('^')));
    }

    @Test
    void thousandsAreCountedAndNotShown() {
        String printed = PRINTER.print(Collections.nCopies(1000, at("a.net", 1, 1, "m", "")));
        assertTrue(printed.endsWith("1000 errors, the first 100 are shown\n"));
        assertEquals(100, printed.lines().filter(l -> l.contains("error: m")).count());
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        String printed = DiagnosticPrinter.of(Map.of("a", "\u001b[31mred")).print(List.of(at("a", 1, 1, "m", "")));
        assertFalse(printed.contains("\u001b"), printed);
    }

    @Test
    void readsFilesAndToleratesTheirAbsence(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("f.net"), "hello\n");
        String printed = DiagnosticPrinter.readingFiles()
                .print(List.of(at(file.toString(), 1, 1, "m", ""), at("\u0000", 1, 1, "m", "")));
        assertTrue(printed.contains("| hello"), printed);
    }
}
