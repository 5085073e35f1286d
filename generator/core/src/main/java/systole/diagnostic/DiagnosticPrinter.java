package systole.diagnostic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Renders diagnostics as a good compiler does: position and message, the source line, a caret, advice, and the count.
 *
 * <pre>
 * lenet.net:5:21: error: conv2d has no argument 'strid'
 *   5 | c = conv2d(image, strid = 2)
 *     |                   ^
 *   help: did you mean 'stride'?
 *
 * 1 error
 * </pre>
 */
public final class DiagnosticPrinter {
    /** The most diagnostics that are shown. All of them are counted. */
    public static final int MAX_SHOWN = 100;

    /** The most characters of a source line that are shown, around the caret. */
    private static final int MAX_WIDTH = 120;

    /** The most characters of a message, of its advice and of the name of its file that are shown. */
    private static final int MAX_TEXT = 2_000;

    private static final Comparator<Diagnostic> BY_POSITION = Comparator.comparing(
                    (Diagnostic d) -> d.where().file())
            .thenComparing(d -> d.where().line())
            .thenComparing(d -> d.where().column());

    private final Function<String, Optional<String>> sources;

    /** @param sources the text of a file by the name that its diagnostics carry, empty if there is none */
    public DiagnosticPrinter(Function<String, Optional<String>> sources) {
        Map<String, Optional<String>> known = new HashMap<>();
        this.sources = file -> known.computeIfAbsent(file, sources);
    }

    /** A printer that quotes from the given texts. */
    public static DiagnosticPrinter of(Map<String, String> texts) {
        return new DiagnosticPrinter(file -> Optional.ofNullable(texts.get(file)));
    }

    /** A printer that quotes from the file system. A file that cannot be read is not quoted. */
    public static DiagnosticPrinter readingFiles() {
        return new DiagnosticPrinter(DiagnosticPrinter::readFile);
    }

    private static Optional<String> readFile(String file) {
        try {
            Path path = Path.of(file);
            return Files.isRegularFile(path)
                    ? Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** All diagnostics sorted by position, with the count at the end; lines end with a line feed. */
    public String print(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        diagnostics.stream().sorted(BY_POSITION).limit(MAX_SHOWN).forEach(d -> print(d, out));
        int count = diagnostics.size();
        out.append(count).append(count == 1 ? " error" : " errors");
        if (count > MAX_SHOWN) {
            out.append(", the first ").append(MAX_SHOWN).append(" are shown");
        }
        return out.append('\n').toString();
    }

    private void print(Diagnostic d, StringBuilder out) {
        String position = shown(d.where().toString());
        out.append(position).append(position.isEmpty() ? "" : ": ");
        out.append("error: ").append(shown(d.message())).append('\n');
        sourceLine(d.where()).ifPresent(line -> quote(line, d.where(), out));
        if (!d.hint().isEmpty()) {
            out.append("  help: ").append(shown(d.hint())).append('\n');
        }
        out.append('\n');
    }

    private static String shown(String text) {
        return Visible.line(text, MAX_TEXT);
    }

    private Optional<String> sourceLine(SourceRef where) {
        if (where.line() < 1) {
            return Optional.empty();
        }
        return sources.apply(where.file())
                .flatMap(text -> text.lines().skip(where.line() - 1L).findFirst());
    }

    /**
     * Quotes a source line. Columns count code points, and a tab counts as one. Characters that the terminal would not
     * show are not passed on.
     */
    private static void quote(String line, SourceRef where, StringBuilder out) {
        int[] points = line.codePoints().map(c -> Visible.hidden(c) ? ' ' : c).toArray();
        int caret = Math.max(0, where.column() - 1);
        int from = caret < MAX_WIDTH ? 0 : caret - MAX_WIDTH / 2;
        int to = Math.min(points.length, from + MAX_WIDTH);
        String shown = from < to ? new String(points, from, to - from).stripTrailing() : "";
        String number = Integer.toString(where.line());
        out.append("  ").append(number).append(" | ").append(shown).append('\n');
        if (where.column() > 0) {
            String gutter = " ".repeat(number.length() + 3) + "| ";
            out.append(gutter).append(" ".repeat(caret - from)).append("^\n");
        }
    }
}
