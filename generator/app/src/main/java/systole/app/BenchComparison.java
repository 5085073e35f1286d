package systole.app;

import java.util.List;
import systole.app.BenchReferences.Published;
import systole.app.BenchReferences.Sequence;

/**
 * The tables that compare results with what they could be, and with what others have.
 *
 * @param results of models that were measured, not of refused ones
 */
record BenchComparison(List<BenchResult> results, BenchReferences references) {
    /** What a step costs, as a share of what its MACs cost at least. */
    MarkdownTable sequences() {
        MarkdownTable table = new MarkdownTable(
                "Model",
                "Board",
                "Steps:",
                "Interval per step, cycles:",
                "us:",
                "MACs per step:",
                "MACs / multipliers, cycles:",
                "Ratio:",
                "GOp/s:");
        for (Sequence sequence : references.sequences()) {
            results.stream().filter(r -> r.model().equals(sequence.model())).forEach(r -> {
                double cycles = r.interval() / sequence.steps();
                double macs = r.sim().path("macs").asDouble() / sequence.steps();
                double least = macs / r.sim().path("multipliers").asDouble();
                table.row(
                        r.model(),
                        r.board(),
                        Text.number(sequence.steps()),
                        Text.number(cycles),
                        Text.number(cycles / r.clockMhz()),
                        Text.number(macs),
                        Text.number(least),
                        Text.format("%.2f", cycles / least),
                        Text.format("%.1f", r.gopPerSecond()));
            });
        }
        return table;
    }

    /** Figures of others, beside the same of ours. */
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
