package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import systole.app.BenchReferences.Figure;
import systole.app.BenchReferences.Published;
import systole.app.BenchReferences.Sequence;
import systole.app.BenchReferences.Target;

class BenchReportTest {
    private static final BenchReferences REFERENCES = new BenchReferences(
            List.of(
                    new Published("net", "somebody", Figure.LATENCY_US, 18.7, "other weights"),
                    new Published("net", "someone else", Figure.GOP_PER_S, 20.2, "fewer multipliers")),
            List.of(
                    new Target("net", List.of("pynq-z2"), "interval", 1000, 500),
                    new Target("net", List.of("pynq-z2"), "latency", 1500, 1300),
                    new Target("net", List.of("zybo-z7-10"), "interval", 1000, 0)),
            List.of(new Sequence("net", 5)));

    private static BenchResult result(double interval, long latency) {
        ObjectNode json = Json.object().put("model", "net").put("board", "pynq-z2");
        json.putObject("sim")
                .put("clock_mhz", 125.0)
                .put("interval_cycles", interval)
                .put("latency_cycles", latency)
                .put("predicted_interval_cycles", 499.0)
                .put("predicted_latency_cycles", 1399)
                .put("multipliers", 400)
                .put("utilization", 0.5)
                .put("macs", 110_000)
                .put("frames", 4);
        return new BenchResult(json);
    }

    private static BenchResult synthesized(int lut, int ramb18) {
        BenchResult result = result(500, 1400);
        ObjectNode synth = result.json().putObject("synth");
        synth.putObject("total")
                .put("lut", lut)
                .put("ff", 10_640)
                .put("dsp", 22)
                .put("ramb36", 100)
                .put("ramb18", ramb18);
        synth.putObject("logic_levels").put("u_y", 5).put("u_y_x16", 2).put("shell", 9);
        synth.putObject("fan_out").put("u_y", 77).put("u_y_x16", 72).put("shell", 99);
        synth.putObject("predicted").put("lut", 20_000).put("dsp", 22).put("ramb18", 203);
        return result;
    }

    private static BenchResult refused() {
        return new BenchResult(
                Json.object().put("model", "net").put("board", "zybo-z7-10").put("refused", "it is too large"));
    }

    private static String report(BenchResult... results) {
        return new BenchReport(List.of(results), REFERENCES).text();
    }

    @Test
    void speedIsInCyclesAndMicroseconds() {
        String text = report(result(500, 1400));
        String row =
                "| net | pynq-z2 | 125 MHz | 500 | 4 | 5 | 1,400 | 11.2 | 14 | 400 | 50.0 % | 50.0 % | 499, 1,399 | 4 |\n";
        assertTrue(text.contains(row), text);
        assertTrue(text.contains("| net | somebody | 18.7 us | 11.2 us pynq-z2 | other weights |\n"), text);
        assertFalse(text.contains("## Resources"), "nothing was synthesized");
    }

    @Test
    void pathsAreThoseOfCoreAndShell() {
        assertFalse(report(synthesized(10_640, 3)).contains("## Paths"), "nothing was timed");
        BenchResult timed = synthesized(10_640, 3);
        ObjectNode synth = (ObjectNode) timed.synth();
        synth.put("dsp_cascade", 9).putObject("shell").put("lut", 1_234);
        synth.putObject("timing")
                .put("worst_ns", 6.716)
                .put("worst_place", "u_y")
                .put("worst_levels", 5)
                .put("cells_alone_ns", 3.2);
        String text = report(timed);
        assertTrue(text.contains("| net | pynq-z2 | 6.72 | u_y | 5 | 3.20 | 8.00 | 1,234 | 9 |\n"), text);
    }

    /** 5 steps in 500 cycles of 8 ns; 22,000 MACs of an LSTM a step, which take 400 multipliers 55 cycles. */
    @Test
    void aSequenceIsMeasuredPerStep() {
        BenchResult recurrent = result(500, 1400);
        recurrent.json().putArray("lstm").addObject().put("multipliers", 400).put("step_macs", 22_000);
        String text = report(recurrent, refused());
        assertTrue(text.contains("| net | pynq-z2 | 5 | 100 | 0.8 | 400 | 55 | 1.82 | 55.0 |\n"), text);
        String row = "| net | someone else | 20.2 GOp/s | 55.0 GOp/s pynq-z2 | fewer multipliers |\n";
        assertTrue(text.contains(row), text);
    }

    @Test
    void resourcesAreSharesOfTheChip() {
        String fits = report(synthesized(42_560, 1));
        String row = "| net | pynq-z2 | 42,560 (80.0 %) | 10,640 (10.0 %) | 22 (10.0 %) | 100.5 (71.8 %)"
                + " | 5 | 77 | 20,000, 22, 101.5 | yes |\n";
        assertTrue(fits.contains(row), fits);
        assertTrue(report(synthesized(42_561, 1)).contains("| **no**"));
        assertTrue(report(synthesized(100, 81)).contains("| **no**"), "180.5 of 140 RAMB36");
    }

    @Test
    void targetsAreMetOrMissed() {
        String text = report(result(500, 1400), refused());
        assertTrue(text.contains("| net | pynq-z2 | interval | 1,000 | 500 | 500 | met, aim too |\n"), text);
        assertTrue(text.contains("| net | pynq-z2 | latency | 1,500 | 1,300 | 1,400 | met, aim missed |\n"), text);
        assertTrue(text.contains("| net | zybo-z7-10 | interval | 1,000 |  |  | **missed** |\n"), text);
        assertTrue(text.contains("| net | zybo-z7-10 | it is too large |\n"), text);
        assertTrue(report(result(1001, 1)).contains("| 1,000 | 500 | 1,001 | **missed** |\n"));
    }

    @Test
    void theReferencesAreRead() {
        BenchReferences references = BenchReferences.load();
        assertFalse(references.published().isEmpty());
        assertTrue(references.published().stream().anyMatch(p -> p.figure() == Figure.GOP_PER_S));
        assertTrue(references.sequences().stream().allMatch(s -> s.steps() > 1));
        assertTrue(references.targets().stream().allMatch(t -> t.must() >= t.aim() && t.must() > 0));
    }

    /** {@code ./systole bench --report-only} mends it. */
    @Test
    void theCommittedTablesAreThoseOfTheCommittedResults() throws IOException {
        Path docs = Shell.root().resolve("docs");
        BenchReport report = new BenchReport(BenchResult.readAll(docs.resolve("benchmarks")), BenchReferences.load());
        assertEquals(report.text(), Files.readString(docs.resolve("benchmarks.md")));
    }

    @Test
    void everyResultHasItsFile() throws IOException {
        try (Stream<Path> files = Files.list(Shell.root().resolve("docs/benchmarks"))) {
            for (Path file : files.toList()) {
                BenchResult result = BenchResult.read(file);
                assertEquals(file, BenchResult.file(file.getParent(), result.model(), result.board()));
            }
        }
    }
}
