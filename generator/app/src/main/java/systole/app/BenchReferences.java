package systole.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures that results are compared with.
 *
 * @param published figures of others
 * @param targets that Systole sets itself
 * @param sequences models that take a frame step by step
 */
record BenchReferences(List<Published> published, List<Target> targets, List<Sequence> sequences) {
    private static final String FILE = "benchmarks.json";

    /** The kinds of published figures, by their names in the file. */
    enum Figure {
        LATENCY_US("latency_us", "us") {
            @Override
            double of(BenchResult result) {
                return result.latency() / result.clockMhz();
            }
        },
        GOP_PER_S("gop_per_s", "GOp/s") {
            @Override
            double of(BenchResult result) {
                return result.gopPerSecond();
            }
        };

        private final String key;
        private final String unit;

        Figure(String key, String unit) {
            this.key = key;
            this.unit = unit;
        }

        /** The same figure for a result of Systole. */
        abstract double of(BenchResult result);

        String text(double value) {
            return Text.format("%,.1f %s", value, unit);
        }
    }

    /** A figure that others published for a model or for a similar one. */
    record Published(String model, String by, Figure figure, double value, String note) {}

    /**
     * A model that takes a frame step by step.
     *
     * @param steps of a frame
     */
    record Sequence(String model, int steps) {}

    /**
     * The most cycles that a model should take.
     *
     * @param what {@code interval} or {@code latency}
     * @param aim 0 if there is none beyond {@code must}
     */
    record Target(String model, List<String> boards, String what, long must, long aim) {}

    BenchReferences {
        published = List.copyOf(published);
        targets = List.copyOf(targets);
        sequences = List.copyOf(sequences);
    }

    static BenchReferences load() {
        try (InputStream in = BenchReferences.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not packed into this build");
            }
            return of(Json.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BenchReferences of(JsonNode json) {
        List<Published> published = new ArrayList<>();
        for (JsonNode p : json.required("published")) {
            for (Figure figure : Figure.values()) {
                if (p.has(figure.key)) {
                    published.add(new Published(
                            p.required("model").asText(),
                            p.required("by").asText(),
                            figure,
                            p.path(figure.key).asDouble(),
                            p.required("note").asText()));
                }
            }
        }
        List<Target> targets = new ArrayList<>();
        for (JsonNode t : json.required("targets")) {
            List<String> boards = new ArrayList<>();
            t.required("boards").forEach(board -> boards.add(board.asText()));
            for (String what : List.of("interval", "latency")) {
                if (t.has(what)) {
                    JsonNode cycles = t.path(what);
                    targets.add(new Target(
                            t.required("model").asText(),
                            boards,
                            what,
                            cycles.required("must").asLong(),
                            cycles.path("aim").asLong()));
                }
            }
        }
        List<Sequence> sequences = new ArrayList<>();
        for (JsonNode s : json.required("sequences")) {
            sequences.add(new Sequence(
                    s.required("model").asText(), s.required("steps").asInt()));
        }
        return new BenchReferences(published, targets, sequences);
    }
}
