package systole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks docs/glossary.md: every term is used, every entry leads to a page, and the terms are in order. */
class GlossaryTest {
    private static final Path ROOT = Repository.root();
    private static final Path GLOSSARY = ROOT.resolve("docs/glossary.md");
    private static final Pattern ENTRY = Pattern.compile("(?m)^- \\*\\*(.+?)\\*\\*:((?:.|\n(?!- |\n))+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#([^)]+))?\\)");

    private static List<MatchResult> entries() throws IOException {
        return ENTRY.matcher(Files.readString(GLOSSARY)).results().toList();
    }

    private static List<String> terms() throws IOException {
        return entries().stream().map(e -> e.group(1)).toList();
    }

    @Test
    void everyTermIsUsedInDocumentsOrCode() throws IOException {
        String texts = texts();
        List<String> unused = terms().stream()
                .filter(t -> !Pattern.compile("(?i)\\b" + Pattern.quote(t) + "(s|es|ed|ing)?\\b")
                        .matcher(texts)
                        .find())
                .toList();
        assertEquals(List.of(), unused);
    }

    @Test
    void everyEntryLeadsToAPlaceThatExists() throws IOException {
        for (MatchResult entry : entries()) {
            List<MatchResult> links = LINK.matcher(entry.group(2)).results().toList();
            assertTrue(!links.isEmpty(), entry.group(1) + " has no link");
            for (MatchResult link : links) {
                Path page = GLOSSARY.resolveSibling(link.group(1)).normalize();
                assertTrue(Files.exists(page), entry.group(1) + " leads to " + page);
                assertTrue(
                        link.group(2) == null || anchors(page).contains(link.group(2)),
                        entry.group(1) + " leads to " + link.group(1) + "#" + link.group(2));
            }
        }
    }

    @Test
    void termsAreInOrder() throws IOException {
        List<String> terms = terms();
        assertTrue(terms.size() > 50, () -> "only " + terms);
        assertEquals(terms.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), terms);
    }

    /** The anchors of a page's headings, in the form that Markdown viewers give them. */
    private static List<String> anchors(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static String texts() throws IOException {
        Stream<Path> folders = Stream.of(
                        "docs", "templates", "testbench", "generator/core/src/main", "generator/app/src/main")
                .map(ROOT::resolve);
        Stream<Path> pages = Stream.of("README.md", "CONTRIBUTING.md").map(ROOT::resolve);
        return Stream.concat(folders.flatMap(GlossaryTest::files), pages)
                .filter(file -> !file.equals(GLOSSARY))
                .map(GlossaryTest::text)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.toString().matches(".*\\.(md|java|ftl|v|h|cpp)")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
