package systole.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systole.tool.netlist.DspCascades;

/** The cascades of DSP slices of the examples, on the smallest board with an open flow. */
class CascadesIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"fashion", "residual"})
    void openPlaceAndRouteTakesThem(String example) throws IOException {
        Path json = folder.resolve("synth.json");
        Shell.succeed(
                "synth",
                Shell.example(example),
                "--board",
                "arty-a7-35t",
                "--out",
                folder.resolve("design"),
                "--json",
                json);
        int cascade = new ObjectMapper()
                .readTree(json.toFile())
                .required("dsp_cascade")
                .asInt();
        assertTrue(cascade > 1, "there are cascades");
        assertTrue(cascade <= DspCascades.OPEN_MOST, example + " has a cascade of " + cascade);
    }
}
