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
import java.util.Set;
import java.util.TreeSet;
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
        assertTrue(shell.out().contains("Estimated, not routed (Artix-7 fabric, speed grade -1)"), shell.out());
        assertTrue(page.contains("<section id=\"timing\">"));
        assertTimes(tree);
    }

    /** Core and shell are timed together, and each time is the sum of those on its path. */
    private static void assertTimes(JsonNode tree) {
        assertTrue(tree.path("shell").path("lut").asInt() > 100, tree::toString);
        JsonNode timing = tree.path("timing");
        JsonNode places = timing.path("places");
        Set<String> names = new TreeSet<>();
        places.fieldNames().forEachRemaining(names::add);
        assertTrue(names.stream().anyMatch(n -> n.startsWith("shell")), names::toString);
        assertTrue(names.contains("guard.beats") && names.contains("shell"), names::toString);
        double most = 0;
        for (JsonNode path : places) {
            double sum = 0;
            for (JsonNode step : path.path("path")) {
                sum += step.path("cell_ns").asDouble() + step.path("net_ns").asDouble();
            }
            assertEquals(path.path("ns").asDouble(), sum, 0.05, path::toString);
            most = Math.max(most, path.path("ns").asDouble());
        }
        assertEquals(most, timing.path("worst_ns").asDouble());
        assertTrue(timing.path("cells_alone_ns").asDouble() < most, timing::toString);
    }

    /** On a bus the shell is another one; of a bare chip there is none, and of UltraScale+ no delay is known. */
    @Test
    void whatIsNotKnownIsSaid() throws IOException {
        Shell bare = Shell.succeed(
                "synth",
                Shell.tiny(folder),
                "--out",
                folder.resolve("bare"),
                "--part",
                "xczu7ev",
                "--resources",
                "lut=230400,dsp=1728,ramb36=312");
        assertTrue(bare.err().contains("without a shell: of xczu7ev only the chip is known"), bare.err());
        assertTrue(
                bare.out().contains("How long paths take is not estimated: delays of UltraScale+ chips are not known."),
                bare.out());
        Path json = folder.resolve("bus.json");
        Shell.succeed(
                "synth", Shell.tiny(folder), "--out", folder.resolve("b"), "--board", "cora-z7-07s", "--json", json);
        assertTimes(new ObjectMapper().readTree(json.toFile()));
    }

    @Test
    void lintFindsNothing() {
        Shell shell = Shell.succeed("lint", Shell.tiny(folder), "--out", folder.resolve("d"));
        assertTrue(shell.out().startsWith("CLEAN  tiny"), shell.out());
    }
}
