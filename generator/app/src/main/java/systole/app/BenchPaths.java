package systole.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The table of the longest paths of designs with their shells.
 *
 * @param results results of models that were measured; those that were not timed are left out
 */
record BenchPaths(List<BenchResult> results) {
    MarkdownTable table() {
        MarkdownTable table = new MarkdownTable(
                "Model",
                "Board",
                "Longest path, ns:",
                "into",
                "Levels:",
                "Cells alone, ns:",
                "Cycle, ns:",
                "LUT of the shell:",
                "Cascade:");
        results.stream().filter(r -> r.synth().has("timing")).forEach(r -> {
            JsonNode timing = r.synth().path("timing");
            table.row(
                    r.model(),
                    r.board(),
                    Text.format("%.2f", timing.path("worst_ns").asDouble()),
                    timing.path("worst_place").asText(),
                    timing.path("worst_levels").asText(),
                    Text.format("%.2f", timing.path("cells_alone_ns").asDouble()),
                    Text.format("%.2f", 1000 / r.clockMhz()),
                    r.synth().has("shell")
                            ? Text.format(
                                    "%,d", r.synth().path("shell").path("lut").asInt())
                            : "-",
                    r.synth().path("dsp_cascade").asText());
        });
        return table;
    }
}
