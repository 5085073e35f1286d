package systole.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import systole.design.Design;
import systole.design.DesignUnit;
import systole.design.Work;
import systole.engine.BeatStream;
import systole.engine.Description;

/** Draws a plan: a box for each unit, a wire for each stream. */
final class DataflowGraph {
    private static final int ENGINE_WIDTH = 132;
    private static final int ENGINE_HEIGHT = 62;
    private static final int PLUMBING_HEIGHT = 24;
    private static final int BAR_WIDTH = ENGINE_WIDTH - 20;
    private static final int LETTERS = 17;

    /** Names of the two ends, which no unit can have. */
    private static final String IN = "(in)";

    private static final String OUT = "(out)";

    private final Design design;

    /** The sources whose streams get a label: the engines and the input. Other units only pass on what they receive. */
    private final Set<String> labelled = new HashSet<>(Set.of(IN));

    private DataflowGraph(Design design) {
        this.design = design;
    }

    static GraphView of(Design design) {
        DataflowGraph graph = new DataflowGraph(design);
        return GraphLayout.of(graph.boxes(), graph.links());
    }

    private List<GraphView.Box> boxes() {
        List<GraphView.Box> boxes = new ArrayList<>();
        boxes.add(small(IN, "end", "s_axis", design.input().name() + ", " + words(design.input().stream())));
        design.units().forEach(unit -> boxes.add(box(unit)));
        boxes.add(small(OUT, "end", "m_axis", design.output().name() + ", " + words(design.output().stream())));
        return boxes;
    }

    private GraphView.Box box(DesignUnit unit) {
        Description facts = unit.description();
        if (unit.work().isEmpty()) {
            return small(
                    unit.name(), "plumbing", facts.brief(), unit.name() + ": " + facts.kind() + ", " + facts.detail());
        }
        Work work = unit.work().get();
        double busy = Math.min(1, work.cycles() / design.prediction().interval());
        boolean bottleneck = unit.name().equals(design.bottleneck().name());
        String multiplier = facts.multiplier().isEmpty() ? "" : " · " + facts.multiplier();
        return new GraphView.Box(
                0,
                0,
                ENGINE_WIDTH,
                ENGINE_HEIGHT,
                "engine m-" + style(facts.multiplier()) + (bottleneck ? " bottleneck" : ""),
                unit.name(),
                List.of(shortened(unit.name()), facts.kind(), work.folding() + multiplier),
                true,
                (int) Math.round(BAR_WIDTH * busy),
                unit.name() + ": " + facts.kind() + ", " + facts.detail() + "\n"
                        + work.folding() + multiplier
                        + ", " + Figures.count(work.cycles()) + " cycles, busy " + Figures.percent(busy)
                        + (bottleneck ? "\nsets the interval" : ""));
    }

    private static GraphView.Box small(String name, String style, String text, String tip) {
        return new GraphView.Box(
                0, 0, 16 + 6 * text.length(), PLUMBING_HEIGHT, style, name, List.of(text), false, 0, tip);
    }

    /** The class name of a kind of multiplier in the style sheet. */
    static String style(String multiplier) {
        return multiplier.isEmpty() ? "none" : multiplier.split(" ")[0].toLowerCase(Locale.ROOT);
    }

    private static String shortened(String name) {
        return name.length() <= LETTERS ? name : name.substring(0, LETTERS - 1) + "…";
    }

    private List<GraphLayout.Link> links() {
        Map<String, String> writers = new HashMap<>(Map.of(design.input().name(), IN));
        design.engines().forEach(e -> labelled.add(e.name()));
        design.units().forEach(u -> u.sinks().forEach(sink -> writers.put(sink, u.name())));
        List<GraphLayout.Link> links = new ArrayList<>();
        for (DesignUnit unit : design.units()) {
            for (int i = 0; i < unit.sources().size(); i++) {
                String source = unit.sources().get(i);
                links.add(link(
                        source, writers.get(source), unit.name(), unit.inputs().get(i)));
            }
        }
        links.add(link(design.output().name(), writers.get(design.output().name()), OUT, design.output().stream()));
        return links;
    }

    private GraphLayout.Link link(String stream, String from, String to, BeatStream type) {
        double thick = 1 + Math.log(type.width() / 8.0 + 1) / Math.log(2) / 2;
        String label = labelled.contains(from) ? type.lanes() + "×" + type.type() : "";
        return new GraphLayout.Link(from, to, label, thick, stream + ": " + words(type));
    }

    private static String words(BeatStream stream) {
        return stream.lanes() + " × " + stream.type() + " a beat, " + Figures.count(stream.beats()) + " beats a frame";
    }
}
