package systole.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systole.tool.netlist.DspCascades;

/** Paths and cascades of the examples in their shells, on boards of the slowest speed grade. */
class ShortPathsIT {
    /** A cycle at 150 MHz. */
    private static final double MOST_NS = 6.67;

    private static final double MOST_NS_IN_CELLS = 3.6;

    @TempDir
    Path folder;

    @Test
    void pathsAreShortAndOpenPlaceAndRouteTakesTheCascades() throws IOException {
        assertShort("residual", "arty-a7-35t");
    }

    @Tag("soak")
    @ParameterizedTest
    @ValueSource(strings = {"fashion", "motion", "separable", "vowels-lstm"})
    void soAreThoseOfTheOtherExamples(String example) throws IOException {
        assertShort(example, "arty-a7-35t");
    }

    @Tag("soak")
    @ParameterizedTest
    @ValueSource(strings = {"fashion", "motion", "residual", "separable", "vowels-lstm"})
    void soAreThoseInTheShellForABus(String example) throws IOException {
        assertShort(example, "pynq-z2");
    }

    private void assertShort(String example, String board) throws IOException {
        Path json = folder.resolve("synth.json");
        Shell.succeed(
                "synth", Shell.example(example), "--board", board, "--out", folder.resolve("design"), "--json", json);
        JsonNode result = new ObjectMapper().readTree(json.toFile());
        int cascade = result.required("dsp_cascade").asInt();
        assertTrue(cascade > 1, "there are cascades");
        assertTrue(cascade <= DspCascades.OPEN_MOST, example + " has a cascade of " + cascade);
        JsonNode timing = result.required("timing");
        assertTrue(timing.required("worst_ns").asDouble() <= MOST_NS, timing::toString);
        assertTrue(timing.required("cells_alone_ns").asDouble() <= MOST_NS_IN_CELLS, timing::toString);
    }
}
