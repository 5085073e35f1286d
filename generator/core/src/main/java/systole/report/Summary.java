package systole.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import systole.design.Design;
import systole.design.SystemRate;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.target.resource.ResourceKind;

/**
 * A design in a folder, as its plan and its results tell. The model that it was made of is not needed.
 *
 * @param name the name of the network
 * @param board the id of the board
 * @param figures the figures of the whole design; every design has the same ones, in the same order
 * @param engines the figures of each unit that computes, by its name, in the order of the data
 */
public record Summary(String name, String board, List<Figure> figures, Map<String, List<Figure>> engines) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public Summary {
        figures = List.copyOf(figures);
    }

    /** @throws RefusedException if there is no design in the folder, or if its plan cannot be read */
    public static Summary of(Path folder) {
        Path plan = folder.resolve(Design.PLAN);
        if (!Files.isRegularFile(plan)
                || !Files.isDirectory(folder.resolve("rtl"))
                || !Files.isDirectory(folder.resolve("testbench"))) {
            throw refused(folder, "there is no design in this folder");
        }
        try {
            return of(MAPPER.readTree(Files.readString(plan)), Results.of(folder), SystemRate.in(folder));
        } catch (IOException | IllegalArgumentException e) {
            throw refused(plan, "this plan cannot be read: " + e.getMessage());
        }
    }

    /** @throws IllegalArgumentException if something is missing from the plan */
    private static Summary of(JsonNode plan, Results results, Optional<SystemRate> system) {
        Map<String, List<Figure>> engines = new LinkedHashMap<>();
        for (JsonNode unit : plan.required("units")) {
            if (unit.has("cycles")) {
                engines.put(unit.required("name").asText(), engine(unit));
            }
        }
        List<Figure> figures = figures(plan, results);
        figures.addAll(system(system));
        return new Summary(
                plan.required("design").asText(), plan.required("board").asText(), figures, engines);
    }

    private static RefusedException refused(Path where, String message) {
        return RefusedException.of(
                new SourceRef(where.toString(), 0, 0), message, "make one: systole build MODEL --out FOLDER");
    }

    private static List<Figure> figures(JsonNode plan, Results results) {
        double hertz = plan.required("clock_mhz").asDouble() * 1e6;
        double interval = plan.required("predicted_interval_cycles").asDouble();
        double latency = plan.required("predicted_latency_cycles").asDouble();
        Optional<SimulationRun> timed = results.timed();
        List<Figure> all = new ArrayList<>(List.of(
                Figure.of("clock", "MHz", hertz / 1e6),
                Figure.of("core, frames a second", "", hertz / interval),
                Figure.of("interval, predicted", "cycles", interval),
                new Figure("interval, simulated", "cycles", timed.map(SimulationRun::interval)),
                Figure.of("latency, predicted", "cycles", latency),
                new Figure("latency, simulated", "cycles", timed.map(r -> (double) r.latency())),
                Figure.of("latency, predicted", "µs", latency / hertz * 1e6),
                Figure.of("MACs a frame", "", plan.required("macs").asDouble()),
                Figure.of("multipliers", "", plan.required("multipliers").asDouble()),
                Figure.of(
                        "multipliers busy",
                        "%",
                        100 * plan.required("utilization").asDouble()),
                new Figure(
                        "accuracy, top-1",
                        "%",
                        results.labelled().flatMap(SimulationRun::top1).map(t -> 100 * t))));
        Stream.of(ResourceKind.LUT, ResourceKind.DSP, ResourceKind.RAMB18, ResourceKind.URAM)
                .map(kind -> predicted(plan, kind))
                .forEach(all::add);
        Stream.of(ResourceKind.LUT, ResourceKind.FF, ResourceKind.DSP, ResourceKind.RAMB18, ResourceKind.URAM)
                .map(kind -> new Figure(
                        kind.name() + ", synthesized", "", results.synthesis().map(s ->
                                (double) s.total().of(kind))))
                .forEach(all::add);
        all.add(new Figure("longest path, estimated", "ns", results.synthesis().flatMap(Synthesis::longestNs)));
        return all;
    }

    /** The rates over the link to the software, which a design without a kit does not have. */
    private static List<Figure> system(Optional<SystemRate> rate) {
        return SystemRate.SHOWN_FRAMES.stream()
                .map(n -> new Figure(
                        "system, frames a second, " + Figures.count(n) + " at once",
                        "",
                        rate.map(r -> r.framesPerSecond(n))))
                .toList();
    }

    private static List<Figure> engine(JsonNode unit) {
        return Stream.concat(
                        Stream.of(
                                Figure.of("cycles", "", unit.required("cycles").asDouble())),
                        Stream.of(ResourceKind.LUT, ResourceKind.DSP, ResourceKind.RAMB18)
                                .map(kind -> predicted(unit, kind)))
                .toList();
    }

    private static Figure predicted(JsonNode node, ResourceKind kind) {
        String key = kind.name().toLowerCase(Locale.ROOT);
        return Figure.of(
                kind.name() + ", predicted",
                "",
                node.required("predicted").path(key).asDouble());
    }
}
