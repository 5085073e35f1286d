package systole.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The longest paths of a synthesized design, as the page shows them.
 *
 * @param summary the longest of all, in a sentence
 * @param rows the longest path of each place, the longest of all first; empty if paths were not estimated
 */
public record TimingView(String summary, List<Row> rows) {
    private static final TimingView UNKNOWN = new TimingView(
            "How long paths take is not estimated: delays of this family of chips are not known.", List.of());

    /**
     * The longest path that ends in a place.
     *
     * @param ns its time; cells and nets are the parts of it
     * @param steps cell by cell
     */
    public record Row(String place, String ns, String cells, String nets, String levels, List<Step> steps) {
        public Row {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A cell of a path, and the net before it.
     *
     * @param net its time; empty in front of the first cell
     * @param fanOut the pins that the net drives
     */
    public record Step(String cell, String pin, String fanOut, String net, String time) {}

    public TimingView {
        rows = List.copyOf(rows);
    }

    /** @param node the timing of a result of a synthesis, which is missing if paths were not estimated */
    static TimingView of(JsonNode node) {
        if (node.isMissingNode()) {
            return UNKNOWN;
        }
        List<Row> rows = new ArrayList<>();
        for (var place : node.required("places").properties()) {
            JsonNode path = place.getValue();
            List<Step> steps = new ArrayList<>();
            path.required("path").forEach(step -> steps.add(step(step)));
            rows.add(new Row(
                    place.getKey().isEmpty() ? "(top)" : place.getKey(),
                    ns(path, "ns"),
                    ns(path, "cells_ns"),
                    ns(path, "nets_ns"),
                    path.required("levels").asText(),
                    steps));
        }
        return new TimingView(
                "The longest path is estimated to take " + ns(node, "worst_ns") + " ns ("
                        + node.required("chip").asText() + "); in the cells alone, no path takes more than "
                        + ns(node, "cells_alone_ns") + " ns. Nothing was placed and routed.",
                rows);
    }

    private static Step step(JsonNode step) {
        boolean first = step.required("fan_out").asInt() == 0;
        String type = step.required("type").asText();
        return new Step(
                type.isEmpty() ? "outside" : type,
                step.required("pin").asText(),
                first ? "" : step.required("fan_out").asText(),
                first ? "" : ns(step, "net_ns"),
                ns(step, "cell_ns"));
    }

    private static String ns(JsonNode node, String key) {
        return String.format(Locale.ROOT, "%.2f", node.required(key).asDouble());
    }
}
