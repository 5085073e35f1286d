package systole.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import systole.target.board.Board;
import systole.target.board.Boards;

/**
 * The stored measurements of a model on a board.
 *
 * @param json {@code model}, {@code board}, and {@code chip} if the board is not one of Systole's; then either {@code
 *     refused} with a message, or {@code sim} with the output of {@code systole sim --json} and, if requested, {@code
 *     synth} with the totals of {@code systole synth --json}
 */
record BenchResult(ObjectNode json) {
    /** All results that are stored in a folder, by model and board. */
    static List<BenchResult> readAll(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(BenchResult::read)
                    .sorted(Comparator.comparing(BenchResult::model).thenComparing(BenchResult::board))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BenchResult read(Path file) {
        return new BenchResult((ObjectNode) Json.read(file));
    }

    static Path file(Path folder, String model, String board) {
        return folder.resolve(model + "." + board + ".json");
    }

    void write(Path folder) {
        OutputFile.write(file(folder, model(), board()), Json.text(json));
    }

    String model() {
        return json.path("model").asText();
    }

    String board() {
        return json.path("board").asText();
    }

    /** What a chip has, as a result keeps it. */
    static ObjectNode chip(Board board) {
        return Json.object()
                .put("lut", board.lut())
                .put("ff", board.ff())
                .put("dsp", board.dsp())
                .put("ramb36", board.ramb36());
    }

    /** How much the chip has of a resource, by its key. */
    int available(String resource) {
        JsonNode chip =
                json.has("chip") ? json.path("chip") : chip(Boards.find(board()).orElseThrow());
        return chip.path(resource).asInt();
    }

    boolean refused() {
        return json.has("refused");
    }

    /** Whether the design computed something else than the network. Such a result has no figures. */
    boolean wrong() {
        return json.has("wrong");
    }

    boolean synthesized() {
        return json.has("synth");
    }

    JsonNode sim() {
        return json.path("sim");
    }

    JsonNode synth() {
        return json.path("synth");
    }

    double interval() {
        return sim().path("interval_cycles").asDouble();
    }

    long latency() {
        return sim().path("latency_cycles").asLong();
    }

    /**
     * Billions of operations a second, with frames one after another. A multiplication with its addition counts as two
     * operations.
     */
    double gopPerSecond() {
        return 2 * sim().path("macs").asDouble() * clockMhz() / interval() / 1000;
    }

    double clockMhz() {
        return sim().path("clock_mhz").asDouble();
    }
}
