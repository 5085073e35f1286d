package systole.driver;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import systole.rtl.JsonText;

/** Makes Jupyter notebooks of Python scripts in the percent format, whose cells begin with {@code # %%}. */
final class Notebook {
    private static final String CELL = "# %%";
    private static final String MARKDOWN = " [markdown]";
    private static final String COMMENT = "# ";

    private Notebook() {}

    /** The notebook, in version 4 of its format. */
    static String of(String script) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode cells = root.putArray("cells");
        for (String cell : script.split("(?m)^" + CELL)) {
            if (!cell.isBlank()) {
                add(cells, cell);
            }
        }
        ObjectNode kernel = root.putObject("metadata").putObject("kernelspec");
        kernel.put("display_name", "Python 3").put("language", "python").put("name", "python3");
        root.put("nbformat", 4).put("nbformat_minor", 5);
        return JsonText.of(root);
    }

    private static void add(ArrayNode cells, String cell) {
        boolean text = cell.startsWith(MARKDOWN);
        ObjectNode node = cells.addObject().put("cell_type", text ? "markdown" : "code");
        if (!text) {
            node.putNull("execution_count");
        }
        node.put("id", "cell-" + cells.size()).putObject("metadata");
        if (!text) {
            node.putArray("outputs");
        }
        List<String> lines = cell.lines().skip(1).toList();
        ArrayNode source = node.putArray("source");
        for (int i = 0; i < lines.size(); i++) {
            String line =
                    text && lines.get(i).startsWith(COMMENT) ? lines.get(i).substring(COMMENT.length()) : lines.get(i);
            source.add(i + 1 < lines.size() ? line + "\n" : line);
        }
    }
}
