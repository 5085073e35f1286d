package systole.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import systole.design.Design;
import systole.tool.Mismatch;
import systole.tool.SimulationResult;

/**
 * The report of a simulation.
 *
 * @param design the hardware
 * @param test the frames that were sent
 * @param golden the expected outputs
 * @param result the result of the simulation
 * @param seconds the time that the simulation took
 */
record SimReport(BuiltDesign design, TestData test, Frames golden, SimulationResult result, double seconds) {
    private static final int LOG_LINES = 8;

    boolean passed() {
        return result.passed();
    }

    /** True if there is an interval, which a single frame does not have. */
    private boolean steady() {
        return result.interval().mean() > 0;
    }

    private double interval() {
        return result.interval().mean();
    }

    private double cyclesPerSecond() {
        return result.cyclesPerSecond() > 0 ? result.cyclesPerSecond() : result.totalCycles() / seconds;
    }

    ObjectNode json() {
        Design core = design.design();
        ObjectNode root = Json.object();
        root.put("design", core.name()).put("board", core.board().id());
        root.put("simulator", result.simulator()).put("passed", result.passed());
        root.put("inputs", test.inputs().source());
        root.put("stall", result.stallPercent()).put("seed", result.seed());
        root.put("frames", result.frames()).put("beats", result.beats());
        root.put("mismatches", result.mismatches()).put("protocol_errors", result.protocolErrors());
        root.put("deadlock", result.deadlock());
        root.put("clock_mhz", core.clockMhz());
        root.put("predicted_interval_cycles", core.prediction().interval());
        root.put("predicted_latency_cycles", core.prediction().latency());
        root.put("latency_cycles", result.latencyCycles());
        if (steady()) {
            root.put("interval_cycles", interval());
            root.put("utilization", core.utilization(interval()));
            root.put("frames_per_second", design.hertz() / interval());
        } else {
            List.of("interval_cycles", "utilization", "frames_per_second").forEach(root::putNull);
        }
        root.put("macs", core.macs()).put("multipliers", core.multipliers());
        root.put("total_cycles", result.totalCycles());
        root.put("sim_cycles_per_second", cyclesPerSecond());
        if (!test.labels().isEmpty()) {
            root.put("top1", top1());
        }
        if (!result.firstMismatch().equals(Mismatch.NONE)) {
            root.set("first_mismatch", mismatch(result.firstMismatch()));
        }
        return root;
    }

    private static ObjectNode mismatch(Mismatch m) {
        return Json.object()
                .put("frame", m.frame())
                .put("y", m.y())
                .put("x", m.x())
                .put("channel", m.channel())
                .put("expected", m.expected())
                .put("got", m.got())
                .put("cycle", m.cycle());
    }

    private double top1() {
        return (double) Comparison.correct(golden, test.labels()) / golden.count();
    }

    String text() {
        Design core = design.design();
        StringBuilder out = new StringBuilder();
        out.append(Text.format(
                "%s on %s at %s MHz, %s, inputs: %s\n",
                core.name(),
                core.board().name(),
                Text.number(core.clockMhz()),
                result.simulator(),
                test.inputs().source()));
        if (steady()) {
            out.append(Text.format(
                    "  interval     %s cycles (predicted %s), %,.1f frames/s\n",
                    Text.number(interval()), Text.number(core.prediction().interval()), design.hertz() / interval()));
        }
        out.append(Text.format(
                "  latency      %,d cycles (predicted %,d), %s\n",
                result.latencyCycles(),
                core.prediction().latency(),
                Text.seconds(result.latencyCycles() / design.hertz())));
        if (steady() && core.multipliers() > 0) {
            out.append(Text.format(
                    "  multipliers  %,d, busy %.1f %% of the time, %,d MACs a frame\n",
                    core.multipliers(), 100 * core.utilization(interval()), core.macs()));
        }
        if (!test.labels().isEmpty()) {
            out.append(Text.format("  top-1        %.2f %% of %,d\n", 100 * top1(), golden.count()));
        }
        out.append(Text.format("  simulated    %,d cycles, %,.0f cycles/s\n", result.totalCycles(), cyclesPerSecond()));
        return out.append(passed() ? pass() : fail()).toString();
    }

    private String pass() {
        return Text.format(
                "PASS  %s: %d frames, %d beats, bit-exact%s (%s, stall %d %%, seed %d)\n",
                result.design(),
                result.frames(),
                result.beats(),
                test.expected().map(e -> " and as in " + e.source()).orElse(""),
                result.simulator(),
                result.stallPercent(),
                result.seed());
    }

    private String fail() {
        StringBuilder out = new StringBuilder();
        if (result.mismatches() == 0) {
            result.log().lines().limit(LOG_LINES).forEach(line -> out.append("  ")
                    .append(line)
                    .append('\n'));
        }
        out.append(Text.format(
                "  see %s\n",
                design.shownFolder().resolve("sim").resolve(result.simulator()).resolve("run.log")));
        return out.append(Text.format(
                        "FAIL  %s: %s (%s, stall %d %%, seed %d)\n",
                        result.design(), reason(), result.simulator(), result.stallPercent(), result.seed()))
                .toString();
    }

    private String reason() {
        if (result.mismatches() > 0) {
            Mismatch m = result.firstMismatch();
            String place = new Place(m.frame(), m.y(), m.x(), m.channel()).toString();
            return Text.format(
                    "%d elements of '%s' are wrong, first in %s: expected %s, got %s, cycle %d",
                    result.mismatches(), design.design().network().output(), place, m.expected(), m.got(), m.cycle());
        }
        String progress = result.frames() + " of " + golden.count() + " frames came out";
        return (result.deadlock()
                        ? "the design stands still, "
                        : result.protocolErrors() + " broken rules of the streams, ")
                + progress;
    }
}
