package systole.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import systole.rtl.ResourceText;
import systole.rtl.Templates;

/** Two designs beside each other. They may be of the same network or of different ones. */
public record DesignComparison(Summary a, Summary b) {
    /**
     * A figure of both.
     *
     * @param name the name of the figure, and the unit of both values
     * @param change from the first to the second as a share of the first; empty if one is not known or the first is 0
     */
    public record Row(String name, Figure a, Figure b, Optional<Double> change) {
        static Row of(Figure a, Figure b) {
            return new Row(a.title(), a, b, a.value().filter(v -> v != 0).flatMap(v -> b.value()
                    .map(w -> w / v - 1)));
        }

        /** The change in percent with its sign, or a dash. */
        public String changeText() {
            return change.map(c -> (c > 0 ? "+" : "") + Figures.percent(c)).orElse("–");
        }
    }

    /** A unit that computes, which one or both designs have. The rows have the same order for every unit. */
    public record Engine(String name, List<Row> rows) {
        public Engine {
            rows = List.copyOf(rows);
        }
    }

    /** The figures of the whole designs that at least one of them has. */
    public List<Row> figures() {
        return rows(a.figures(), b.figures()).stream()
                .filter(r -> r.a().value().isPresent() || r.b().value().isPresent())
                .toList();
    }

    /** The units of the first design in their order, and then those that only the second one has. */
    public List<Engine> engines() {
        Set<String> names = new LinkedHashSet<>(a.engines().keySet());
        names.addAll(b.engines().keySet());
        List<Engine> all = new ArrayList<>();
        for (String name : names) {
            List<Figure> first = a.engines().getOrDefault(name, List.of());
            List<Figure> second = b.engines().getOrDefault(name, List.of());
            all.add(new Engine(
                    name, rows(first.isEmpty() ? unknown(second) : first, second.isEmpty() ? unknown(first) : second)));
        }
        return all;
    }

    private static List<Figure> unknown(List<Figure> others) {
        return others.stream()
                .map(f -> new Figure(f.name(), f.unit(), Optional.empty()))
                .toList();
    }

    private static List<Row> rows(List<Figure> a, List<Figure> b) {
        return IntStream.range(0, a.size())
                .mapToObj(i -> Row.of(a.get(i), b.get(i)))
                .toList();
    }

    /** The comparison for other programs. A value that is not known is null. */
    public ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        List.of(a, b).forEach(s -> root.withArray("designs")
                .addObject()
                .put("name", s.name())
                .put("board", s.board()));
        ArrayNode figures = root.putArray("figures");
        figures().forEach(row -> figures.add(node(row)));
        ArrayNode engines = root.putArray("engines");
        for (Engine engine : engines()) {
            ArrayNode rows = engines.addObject().put("name", engine.name()).putArray("figures");
            engine.rows().forEach(row -> rows.add(node(row)));
        }
        return root;
    }

    private static ObjectNode node(Row row) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", row.a().name())
                .put("unit", row.a().unit())
                .put("a", row.a().value().orElse(null))
                .put("b", row.b().value().orElse(null))
                .put("change", row.change().orElse(null));
    }

    /** The comparison as a page that needs no other file. */
    public String page() {
        return new Templates()
                .render(
                        "report/comparison.html.ftl",
                        new View(a, b, figures(), engines(), ResourceText.of("templates/report/report.css")));
    }

    /** What the template shows. */
    public record View(Summary a, Summary b, List<Row> figures, List<Engine> engines, String style) {
        public View {
            figures = List.copyOf(figures);
            engines = List.copyOf(engines);
        }
    }
}
