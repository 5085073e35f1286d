package systole.library;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import systole.rtl.LibraryModules;

/** The page about the library, {@code docs/modules.md}, made from the heads of the modules. */
final class ModulesPage {
    private static final String HEAD =
            """
            # The library

            Every design is made of these modules. They are plain Verilog in `templates/library`, in a folder for each job, and
            are copied into a design. There, the name of the design takes the place of `systole`: in a design called `net`, the
            module `systole_fifo` is `net_fifo`. What depends on the network is in their parameters, and in the modules of
            the units (`templates/unit`), which instantiate them. This page is made from the heads of the modules.

            - A *beat* is what a stream moves at once: one or more elements, the first of them in the lowest bits. A *pass* is a
              row of beats that an engine works on as a whole.
            - A stream that offers a beat keeps it until it is taken. Parts that *cannot be stalled* have no ready: their user
              sees to it that there is room for what they put out.
            - *Combinational paths* tell which outputs follow which inputs within a cycle. All other outputs come from registers.
            - Sizes and counts are at least 1 where nothing else is said.
            """;

    private static final Map<String, String> TITLES = Map.of(
            "stream", "Streams: beats are stored, joined, split, repeated or dropped on their way",
            "window", "Windows: what an engine reads of a frame, in passes that it grants",
            "array", "Array: products and sums",
            "requant", "Requantization: from sums to elements",
            "element", "Elements: what is computed for each element by itself",
            "channel", "Channels: what is computed over all elements of a pixel",
            "lstm", "LSTM: gates, cell states, and the turns of input and state",
            "memory", "Memories",
            "control", "Control: counters, delays and handshakes of which the others are made");

    private static final Map<String, String> NAMES =
            Map.of("Golden", "Golden model", "Combinational", "Combinational paths");

    private final ModuleUsers users = new ModuleUsers();

    String text() {
        StringBuilder out = new StringBuilder(HEAD);
        for (String job : LibraryModules.JOBS) {
            List<ModuleHeader> modules = Library.headers(job);
            out.append("\n## ").append(TITLES.get(job)).append("\n\n| Module | What it does |\n|---|---|\n");
            modules.forEach(m -> out.append("| [`" + m.module() + "`](#" + m.module() + ") | ")
                    .append(cell(prose(m.summary())))
                    .append(" |\n"));
            modules.forEach(m -> module(m, out));
        }
        return out.toString();
    }

    private void module(ModuleHeader m, StringBuilder out) {
        out.append("\n### ").append(m.module()).append('\n');
        out.append(prose(sentence(m.summary()))).append('\n');
        details(m, out);
        if (!m.parameters().isEmpty()) {
            out.append("\n| Parameter | Default | |\n|---|---|---|\n");
            m.parameters().forEach(p -> out.append("| `" + p.name() + "` | `" + cell(p.value()) + "` | ")
                    .append(cell(prose(p.meaning())))
                    .append(" |\n"));
        }
        out.append('\n');
        m.facts().forEach((label, fact) -> fact(NAMES.getOrDefault(label, label), prose(fact), out));
        fact("Used by", users.of(m.module()).stream().map(ModulesPage::user).collect(Collectors.joining(", ")), out);
    }

    /** Formulas stand in blocks of their own. */
    private static void details(ModuleHeader m, StringBuilder out) {
        boolean formula = false;
        for (String line : m.details()) {
            boolean indented = line.startsWith("  ");
            if (indented != formula) {
                out.append(indented ? "```text\n" : "```\n");
            }
            out.append(indented ? line.strip() : prose(line)).append('\n');
            formula = indented;
        }
        if (formula) {
            out.append("```\n");
        }
    }

    private static void fact(String label, String text, StringBuilder out) {
        out.append("- ").append(label).append(": ").append(text).append('\n');
    }

    private static String user(String name) {
        return name.startsWith("systole_")
                ? "[`" + name + "`](#" + name + ")"
                : name.replaceFirst("^(unit_\\w+)", "`$1`");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /** A product is not the beginning of italics. */
    private static String prose(String text) {
        return text.replace("*", "\\*");
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
