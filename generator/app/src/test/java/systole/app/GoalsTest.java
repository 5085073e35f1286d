package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked of a design on the command line. */
class GoalsTest {
    @TempDir
    Path folder;

    private JsonNode plan(Path model, Object... goal) throws IOException {
        Object[] words = {"build", model, "--out", folder.resolve("d"), "--json"};
        Object[] all = Stream.of(words, goal).flatMap(Stream::of).toArray();
        return new ObjectMapper().readTree(Shell.succeed(all).out());
    }

    private static double interval(JsonNode plan) {
        return plan.path("predicted_interval_cycles").asDouble();
    }

    /** Shares of what is planned for on the default board, added up. */
    private static double weight(JsonNode plan) {
        JsonNode predicted = plan.path("predicted");
        return predicted.path("dsp").asInt() / 90.0
                + predicted.path("lut").asInt() / (0.75 * 20800)
                + predicted.path("ramb18").asInt() / 100.0;
    }

    @Test
    @Tag("slow")
    void lessIsSmaller() throws IOException {
        Path model = Shell.example("separable");
        JsonNode fastest = plan(model);
        assertEquals(fastest, plan(model, "--fastest"));
        JsonNode smallest = plan(model, "--smallest");
        assertTrue(weight(smallest) < weight(fastest));
        assertTrue(interval(smallest) > interval(fastest));
        double between = Math.sqrt(interval(smallest) * interval(fastest));
        JsonNode rated = plan(model, "--target-fps", 100e6 / between);
        assertTrue(interval(rated) <= between);
        assertTrue(weight(rated) < weight(fastest));
        assertEquals("asked", rated.path("limit").path("kind").asText());
        double cycles = 2 * fastest.path("predicted_latency_cycles").asDouble();
        JsonNode prompt = plan(model, "--latency", cycles / 100);
        assertTrue(prompt.path("predicted_latency_cycles").asDouble() <= cycles);
        assertTrue(weight(prompt) < weight(fastest));
    }

    @Test
    void theLimitIsInTheReportAndInThePlan() throws IOException {
        Path out = folder.resolve("d");
        String report =
                Shell.succeed("build", Shell.example("fashion"), "--out", out).out();
        JsonNode limit =
                new ObjectMapper().readTree(out.resolve("plan.json").toFile()).path("limit");
        assertTrue(report.contains("  limit        " + limit.path("text").asText() + "\n"), report);
        if (limit.path("kind").asText().equals("full")) {
            JsonNode need = limit.path("needs").path(0);
            assertTrue(need.path("need").asInt() > need.path("planned").asInt());
        }
    }

    @Test
    void aGoalOutOfReachIsRefused() {
        Path out = folder.resolve("d");
        Shell.fail(ExitCode.REFUSED, "build", Shell.tiny(folder), "--out", out, "--target-fps", "1e9")
                .says("out of reach", "the best is", "ask for less");
        Shell.fail(ExitCode.REFUSED, "sim", Shell.tiny(folder), "--out", out, "--latency", "1e-3")
                .says("out of reach", "the best found is");
        assertFalse(Files.exists(out));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kws_ref_model", "pretrainedResnet_quant"})
    void theSmallestFitTheSmallestBoard(String name) throws IOException {
        JsonNode predicted = plan(Shell.model(name, ".tflite"), "--smallest", "--board", "arty-a7-35t")
                .path("predicted");
        assertTrue(predicted.path("dsp").asInt() <= 90, predicted::toString);
        assertTrue(predicted.path("ramb18").asInt() <= 100, predicted::toString);
        assertTrue(predicted.path("lut").asInt() <= 0.75 * 20800, predicted::toString);
    }
}
