package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.network.Network;
import systole.style.streaming.Plan;
import systole.style.streaming.PlanOptions;
import systole.style.streaming.emit.StreamingDesign;
import systole.style.streaming.fold.BalancedFolding;
import systole.target.board.Boards;
import systole.tool.Mismatch;
import systole.tool.SimulationResult;

/** What a design that fails is said to do; generated designs do not. */
class SimReportTest {
    @TempDir
    Path folder;

    private SimReport report(long mismatches, long protocolErrors, boolean deadlock, Mismatch first) {
        Flow flow = Flow.standard(note -> {});
        Network network = flow.read(Shell.tiny(folder)).network();
        Plan plan = flow.planner()
                .plan(network, new PlanOptions(Boards.list().get(0), 100, Map.of(), new BalancedFolding()));
        Frames frames = Frames.random(network.inputType(), 3, 1);
        SimulationResult result = new SimulationResult(
                "tiny",
                "verilator",
                false,
                2,
                12,
                mismatches,
                protocolErrors,
                deadlock,
                new SimulationResult.Interval(24, 24, 24),
                40,
                100,
                0,
                1,
                1e6,
                first,
                "tready fell\n");
        return new SimReport(
                BuiltDesign.of(StreamingDesign.of(network, plan), folder),
                new TestData(frames, Optional.empty(), List.of()),
                frames,
                result,
                1);
    }

    private static String last(SimReport report) {
        List<String> lines = report.text().lines().toList();
        return lines.get(lines.size() - 1);
    }

    @Test
    void aWrongElementIsNamedAfterTheLayer() {
        SimReport report = report(7, 0, false, new Mismatch(1, 2, 0, 3, "5", "x", 99));
        assertEquals(
                "FAIL  tiny: 7 elements of 'y' are wrong, first in frame 1, y 2, x 0, channel 3: expected 5, got x,"
                        + " cycle 99 (verilator, stall 0 %, seed 1)",
                last(report));
        assertEquals("x", report.json().path("first_mismatch").path("got").asText());
    }

    @Test
    void aDeadlockAndBrokenRulesAreTold() {
        SimReport deadlock = report(0, 0, true, Mismatch.NONE);
        assertTrue(last(deadlock).contains("stands still, 2 of 3 frames came out"), last(deadlock));
        SimReport rules = report(0, 4, false, Mismatch.NONE);
        assertTrue(last(rules).contains("4 broken rules of the streams"), last(rules));
        assertTrue(rules.text().contains("  tready fell\n"), rules.text());
    }
}
