package systole.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.engine.Engine;
import systole.engine.Unit;
import systole.style.streaming.Plan;
import systole.style.streaming.wiring.Stage;

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

    private final Plan plan;

    /** The sources whose streams get a label: the engines and the input. Other units only pass on what they receive. */
    private final Set<String> labelled = new HashSet<>(Set.of(IN));

    private DataflowGraph(Plan plan) {
        this.plan = plan;
    }

    static GraphView of(Plan plan) {
        DataflowGraph graph = new DataflowGraph(plan);
        return GraphLayout.of(graph.boxes(), graph.links());
    }

    private List<GraphView.Box> boxes() {
        List<GraphView.Box> boxes = new ArrayList<>();
        boxes.add(small(IN, "end", "s_axis", plan.input() + ", " + words(plan.inputStream())));
        plan.units().forEach(unit -> boxes.add(box(unit)));
        boxes.add(small(OUT, "end", "m_axis", plan.output() + ", " + words(plan.outputStream())));
        return boxes;
    }

    private GraphView.Box box(Unit unit) {
        Description facts = unit.description();
        if (!(unit instanceof Engine engine)) {
            return small(
                    unit.name(), "plumbing", facts.brief(), unit.name() + ": " + facts.kind() + ", " + facts.detail());
        }
        double busy = Math.min(1, engine.cycles() / plan.prediction().interval());
        boolean bottleneck = engine.name().equals(plan.bottleneck().name());
        String multiplier = facts.multiplier().isEmpty() ? "" : " · " + facts.multiplier();
        return new GraphView.Box(
                0,
                0,
                ENGINE_WIDTH,
                ENGINE_HEIGHT,
                "engine m-" + style(facts.multiplier()) + (bottleneck ? " bottleneck" : ""),
                unit.name(),
                List.of(shortened(unit.name()), facts.kind(), engine.folding().brief() + multiplier),
                true,
                (int) Math.round(BAR_WIDTH * busy),
                unit.name() + ": " + facts.kind() + ", " + facts.detail() + "\n"
                        + engine.folding().brief() + multiplier
                        + ", " + Figures.count(engine.cycles()) + " cycles, busy " + Figures.percent(busy)
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
        Map<String, String> writers = new HashMap<>(Map.of(plan.input(), IN));
        plan.engines().forEach(e -> labelled.add(e.name()));
        plan.stages().forEach(s -> s.sinks()
                .forEach(sink -> writers.put(sink, s.unit().name())));
        List<GraphLayout.Link> links = new ArrayList<>();
        for (Stage stage : plan.stages()) {
            for (int i = 0; i < stage.sources().size(); i++) {
                String source = stage.sources().get(i);
                links.add(link(
                        source,
                        writers.get(source),
                        stage.unit().name(),
                        stage.unit().inputs().get(i)));
            }
        }
        links.add(link(plan.output(), writers.get(plan.output()), OUT, plan.outputStream()));
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
