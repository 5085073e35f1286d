package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthCommandIT {
    @TempDir
    Path folder;

    @Test
    void countsUnitsAndTotal() throws IOException {
        Path json = folder.resolve("synth.json");
        Shell shell = Shell.succeed(
                "synth", Shell.tiny(folder), "--out", folder.resolve("d"), "--board", "basys3", "--json", json);
        assertTrue(shell.out().contains("used %"), shell.out());
        JsonNode tree = new ObjectMapper().readTree(json.toFile());
        assertEquals("tiny", tree.path("design").asText());
        assertEquals("basys3", tree.path("board").asText());
        assertEquals(90, tree.path("available").path("dsp").asInt());
        assertTrue(tree.path("predicted").has("lut"));
        for (String resource : new String[] {"lut", "ff", "dsp", "ramb36", "ramb18"}) {
            int sum = tree.path("glue").path(resource).asInt();
            for (JsonNode unit : tree.path("units")) {
                sum += unit.path(resource).asInt();
            }
            assertEquals(tree.path("total").path(resource).asInt(), sum, resource);
        }
        assertTrue(tree.path("total").path("ff").asInt() > 0);
        assertEquals(0, tree.path("total").path("latch").asInt());
        JsonNode levels = tree.path("logic_levels");
        assertFalse(levels.isEmpty(), levels::toString);
        levels.forEach(level -> assertTrue(level.asInt() <= 6, levels::toString));
        int lut = tree.path("total").path("lut").asInt();
        String page = Files.readString(folder.resolve("d/report.html"));
        assertTrue(page.contains("<td>" + String.format(Locale.ROOT, "%,d", lut) + "</td>"));
        assertFalse(page.contains("<td>–</td><td>–</td><td>–</td><td>–</td>"), "every unit is counted");
    }

    @Test
    void lintFindsNothing() {
        Shell shell = Shell.succeed("lint", Shell.tiny(folder), "--out", folder.resolve("d"));
        assertTrue(shell.out().startsWith("CLEAN  tiny"), shell.out());
    }
}
