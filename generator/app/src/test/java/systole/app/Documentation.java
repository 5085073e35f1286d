package systole.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The blocks of code in the README and in the pages of {@code docs}. */
final class Documentation {
    private static final String FENCE = "```";

    /**
     * A block between two fences.
     *
     * @param page relative to the repository
     * @param language the word behind the first fence, empty if there is none
     */
    record Block(String page, String language, String text) {}

    private Documentation() {}

    /** All pages. */
    static List<Path> pages() {
        try (Stream<Path> docs = Files.list(Shell.root().resolve("docs"))) {
            List<Path> pages =
                    docs.filter(p -> p.toString().endsWith(".md")).sorted().toList();
            return Stream.concat(Stream.of(Shell.root().resolve("README.md")), pages.stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All blocks of all pages, in their order. */
    static List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (Path page : pages()) {
            blocks.addAll(blocks(Shell.root().relativize(page).toString(), text(page)));
        }
        return blocks;
    }

    /** The blocks of a page. A block that does not end is an error. */
    static List<Block> blocks(String page, String text) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder open = null;
        String language = "";
        for (String line : text.lines().toList()) {
            boolean fence = line.strip().startsWith(FENCE);
            if (fence && open == null) {
                open = new StringBuilder();
                language = line.strip().substring(FENCE.length());
            } else if (fence) {
                blocks.add(new Block(page, language, open.toString()));
                open = null;
            } else if (open != null) {
                open.append(line).append('\n');
            }
        }
        if (open != null) {
            throw new AssertionError(page + ": a block does not end");
        }
        return blocks;
    }

    /** The blocks in a language. */
    static List<Block> in(String language) {
        return blocks().stream().filter(b -> b.language().equals(language)).toList();
    }

    /** The only block of a page in a language. */
    static String only(String page, String language) {
        List<Block> found =
                in(language).stream().filter(b -> b.page().equals(page)).toList();
        if (found.size() != 1) {
            throw new AssertionError(page + " has " + found.size() + " blocks of " + language);
        }
        return found.get(0).text();
    }

    /** The lines in the blocks of all pages that call one of these programs, as they stand there. */
    static List<String> commands(List<String> programs) {
        return in("sh").stream()
                .flatMap(b -> b.text().lines())
                .filter(line -> programs.stream().anyMatch(p -> line.startsWith(p + " ")))
                .toList();
    }

    static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
