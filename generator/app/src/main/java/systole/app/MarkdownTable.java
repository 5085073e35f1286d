package systole.app;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown. A column is aligned right if its header ends in a colon, which is not shown. */
final class MarkdownTable {
    private final List<String> lines = new ArrayList<>();
    private final int columns;

    MarkdownTable(String... header) {
        columns = header.length;
        List<String> titles = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (String title : header) {
            boolean right = title.endsWith(":");
            titles.add(right ? title.substring(0, title.length() - 1) : title);
            rules.add(right ? "---:" : "---");
        }
        row(titles.toArray(String[]::new));
        row(rules.toArray(String[]::new));
    }

    void row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException("every row has " + columns + " cells");
        }
        lines.add("| " + String.join(" | ", cells) + " |\n");
    }

    boolean isEmpty() {
        return lines.size() == 2;
    }

    @Override
    public String toString() {
        return String.join("", lines);
    }
}
