package systole.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import systole.app.BenchReferences.Published;
import systole.app.BenchReferences.Sequence;

/**
 * The tables that compare results with the best possible ones and with those of others.
 *
 * @param results results of models that were measured, not of refused ones
 */
record BenchComparison(List<BenchResult> results, BenchReferences references) {
    /** The cycles of a step, compared with the MACs of the LSTM over its multipliers. */
    MarkdownTable sequences() {
        MarkdownTable table = new MarkdownTable(
                "Model",
                "Board",
                "Steps:",
                "Interval per step, cycles:",
                "us:",
                "Multipliers of the LSTM:",
                "MACs per step / multipliers, cycles:",
                "Ratio:",
                "GOp/s:");
        for (Sequence sequence : references.sequences()) {
            results.stream().filter(r -> r.model().equals(sequence.model())).forEach(r -> {
                double cycles = r.interval() / sequence.steps();
                for (JsonNode lstm : r.json().path("lstm")) {
                    double multipliers = lstm.path("multipliers").asDouble();
                    double least = lstm.path("step_macs").asDouble() / multipliers;
                    table.row(
                            r.model(),
                            r.board(),
                            Text.number(sequence.steps()),
                            Text.number(cycles),
                            Text.number(cycles / r.clockMhz()),
                            Text.number(multipliers),
                            Text.number(least),
                            Text.format("%.2f", cycles / least),
                            Text.format("%.1f", r.gopPerSecond()));
                }
            });
        }
        return table;
    }

    /** Figures of others beside the same figures of Systole. */
    MarkdownTable published() {
        MarkdownTable table = new MarkdownTable("Model", "By", "Published:", "Systole, on its boards", "Notes");
        for (Published p : references.published()) {
            List<String> ours = results.stream()
                    .filter(r -> r.model().equals(p.model()))
                    .map(r -> p.figure().text(p.figure().of(r)) + " " + r.board())
                    .toList();
            table.row(p.model(), p.by(), p.figure().text(p.value()), String.join(", ", ours), p.note());
        }
        return table;
    }
}
