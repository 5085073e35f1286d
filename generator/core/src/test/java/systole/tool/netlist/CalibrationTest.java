package systole.tool.netlist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The estimate of four designs that others estimated and routed, by their longest paths: the table of docs/timing.md. The
 * designs were made for a speed grade of -1, before their paths were shortened.
 */
class CalibrationTest {
    private static List<MappedCell> netlist(String name) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CalibrationTest.class.getResourceAsStream("/timing/" + name + ".blif")),
                StandardCharsets.UTF_8))) {
            return Netlist.cells(lines.lines());
        }
    }

    private static double estimate(String name) throws IOException {
        return PathTimes.of(netlist(name), 1).worst().orElseThrow().ns();
    }

    @ParameterizedTest
    @CsvSource({"fashion_uart, 11.9", "kws_ref_model_uart, 11.3", "fashion_core, 6.8", "resnet_core, 7.0"})
    void estimatesAreThoseOfOthers(String design, double ns) throws IOException {
        assertEquals(ns, estimate(design), 0.15 * ns);
    }

    /** Long paths are estimated too long, because their nets are shorter than the median; short ones are not. */
    @ParameterizedTest
    @CsvSource({"fashion_uart, 10.5, 0.92", "kws_ref_model_uart, 10.5, 0.95", "fashion_core, 10.4, 1.55"})
    void routedDelaysAreSoManyTimesTheEstimate(String design, double routedNs, double ratio) throws IOException {
        assertEquals(ratio, routedNs / estimate(design), 0.01);
    }
}
