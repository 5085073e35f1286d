package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.BuiltDesign;
import systole.DesignOptions;
import systole.Systole;
import systole.design.Design;
import systole.frames.Frames;
import systole.frames.TestData;
import systole.network.Network;
import systole.report.Simulation;
import systole.report.SimulationJson;
import systole.tool.Mismatch;
import systole.tool.SimulationResult;

/** What a design that fails is said to do; generated designs do not. */
class SimReportTest {
    @TempDir
    Path folder;

    private SimReport report(String phase, long mismatches, long protocolErrors, boolean deadlock, Mismatch first) {
        Systole systole = Systole.standard();
        Network network = systole.read(Shell.tiny(folder)).network();
        Design design = systole.design(network, DesignOptions.on("arty-a7-100t"));
        Frames frames = Frames.random(network.input(), 3, 1);
        SimulationResult result = new SimulationResult(
                "tiny",
                "verilator",
                false,
                2,
                12,
                mismatches,
                protocolErrors,
                deadlock,
                phase,
                new SimulationResult.Interval(24, 24, 24),
                40,
                100,
                0,
                1,
                1e6,
                first,
                "tready fell\n");
        return new SimReport(
                BuiltDesign.of(design, folder), new Simulation(design, TestData.of(frames), frames, result, 1));
    }

    private static String last(SimReport report) {
        List<String> lines = report.text().lines().toList();
        return lines.get(lines.size() - 1);
    }

    @Test
    void aWrongElementIsNamedAfterTheLayer() {
        SimReport report = report("", 7, 0, false, new Mismatch(1, 2, 0, 3, "5", "x", 99));
        assertEquals(
                "FAIL  tiny: 7 elements of 'y' are wrong, first in frame 1, y 2, x 0, channel 3: expected 5, got x,"
                        + " cycle 99 (verilator, stall 0 %, seed 1)",
                last(report));
        assertEquals(
                "x",
                SimulationJson.of(report.simulation())
                        .path("first_mismatch")
                        .path("got")
                        .asText());
    }

    @Test
    void aDeadlockAndBrokenRulesAreTold() {
        SimReport deadlock = report("", 0, 0, true, Mismatch.NONE);
        assertTrue(last(deadlock).contains("stands still, 2 of 3 frames came out"), last(deadlock));
        SimReport rules = report("", 0, 4, false, Mismatch.NONE);
        assertTrue(last(rules).contains("4 broken rules of the streams"), last(rules));
        assertTrue(rules.text().contains("  tready fell\n"), rules.text());
    }

    @Test
    void thePhaseIsTold() {
        SimReport report = report("stopped sink", 0, 4, false, Mismatch.NONE);
        assertTrue(last(report).contains("in the phase 'stopped sink', 4 broken rules"), last(report));
    }
}
