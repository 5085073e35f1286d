package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path built(String board, String goal) {
        Path out = folder.resolve(board);
        Shell.succeed("build", Shell.tiny(folder), "--out", out, "--board", board, "--clock", "100", goal);
        return out;
    }

    private static JsonNode figure(JsonNode figures, String name, String unit) {
        return StreamSupport.stream(figures.spliterator(), false)
                .filter(f -> f.path("name").asText().equals(name)
                        && f.path("unit").asText().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoDesignsStandBesideEachOther() throws IOException {
        Path a = built("pynq-z2", "--fastest");
        Path b = built("arty-a7-35t", "--smallest");
        Path page = folder.resolve("page.html");
        Shell shown = Shell.succeed("report", a, b, "--page", page);
        JsonNode json = MAPPER.readTree(Shell.succeed("report", a, b, "--json").out());

        double quick = MAPPER.readTree(a.resolve("plan.json").toFile())
                .path("predicted_interval_cycles")
                .asDouble();
        double small = MAPPER.readTree(b.resolve("plan.json").toFile())
                .path("predicted_interval_cycles")
                .asDouble();
        assertTrue(small > quick);
        JsonNode interval = figure(json.path("figures"), "interval, predicted", "cycles");
        assertEquals(quick, interval.path("a").asDouble());
        assertEquals(small, interval.path("b").asDouble());
        assertEquals(small / quick - 1, interval.path("change").asDouble(), 1e-9);
        assertEquals(List.of("pynq-z2", "arty-a7-35t"), json.path("designs").findValuesAsText("board"));
        assertEquals("y", json.path("engines").path(0).path("name").asText());

        String change = "+" + Math.round(1000 * (small / quick - 1)) / 10.0 + " %";
        assertTrue(
                shown.out().lines().anyMatch(l -> l.startsWith("interval, predicted (cycles)") && l.endsWith(change)),
                shown.out());
        String html = Files.readString(page);
        assertTrue(html.contains("<td>" + change + "</td>"), html);
        assertFalse(html.contains(folder.toString()));
    }

    @Test
    void aDesignDoesNotDifferFromItself() throws IOException {
        Path a = built("pynq-z2", "--fastest");
        JsonNode json = MAPPER.readTree(Shell.succeed("report", a, a, "--json").out());
        for (JsonNode figure : json.path("figures")) {
            assertEquals(figure.path("a"), figure.path("b"), figure.path("name").asText());
            assertEquals(0, figure.path("change").asDouble());
        }
        assertFalse(json.path("figures").isEmpty());
    }

    @Test
    void aFolderWithoutADesignIsRefused() throws IOException {
        Path a = built("pynq-z2", "--fastest");
        Shell refused = Shell.fail(ExitCode.REFUSED, "report", a, folder);
        assertTrue(refused.err().contains("there is no design in this folder"), refused.err());
        assertTrue(refused.err().contains("systole build MODEL --out FOLDER"), refused.err());

        Files.writeString(a.resolve("plan.json"), "{\"design\": ");
        assertTrue(Shell.fail(ExitCode.REFUSED, "report", a, a).err().contains("this plan cannot be read"));
        Files.writeString(a.resolve("plan.json"), "{\"design\": \"tiny\"}");
        assertTrue(Shell.fail(ExitCode.REFUSED, "report", a, a).err().contains("this plan cannot be read"));
    }
}
