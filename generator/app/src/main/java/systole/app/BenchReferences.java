package systole.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What results are compared with.
 *
 * @param published figures of others
 * @param targets that Systole sets itself
 */
record BenchReferences(List<Published> published, List<Target> targets) {
    private static final String FILE = "benchmarks.json";

    /**
     * A figure of somebody else.
     *
     * @param microseconds latency
     */
    record Published(String model, String by, double microseconds, String note) {}

    /**
     * Cycles that a model should take at most.
     *
     * @param what {@code interval} or {@code latency}
     * @param aim 0 if there is none beyond {@code must}
     */
    record Target(String model, List<String> boards, String what, long must, long aim) {}

    BenchReferences {
        published = List.copyOf(published);
        targets = List.copyOf(targets);
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
            published.add(new Published(
                    p.required("model").asText(),
                    p.required("by").asText(),
                    p.required("latency_us").asDouble(),
                    p.required("note").asText()));
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
        return new BenchReferences(published, targets);
    }
}
