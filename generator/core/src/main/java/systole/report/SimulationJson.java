package systole.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import systole.design.Design;
import systole.tool.Mismatch;
import systole.tool.SimulationResult;

/** Renders a simulation as JSON, for the report and for other programs. */
public final class SimulationJson {
    private SimulationJson() {}

    /** The predicted and the measured values of a simulation. */
    public static ObjectNode of(Simulation simulation) {
        Design core = simulation.design();
        SimulationResult result = simulation.result();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("design", core.name()).put("board", core.board().id());
        root.put("simulator", result.simulator()).put("passed", result.passed());
        root.put("inputs", simulation.test().inputs().source());
        root.put("stall", result.stallPercent()).put("seed", result.seed());
        root.put("frames", result.frames()).put("beats", result.beats());
        root.put("mismatches", result.mismatches()).put("protocol_errors", result.protocolErrors());
        root.put("deadlock", result.deadlock()).put("phase", result.phase());
        root.put("clock_mhz", core.clockMhz()).put("clock_routed", false);
        core.clock().estimateMhz().ifPresent(mhz -> root.put("clock_estimate_mhz", mhz));
        root.put("predicted_interval_cycles", simulation.predictedInterval());
        root.put("predicted_latency_cycles", core.prediction().latency());
        root.put("latency_cycles", result.latencyCycles());
        if (simulation.steady()) {
            root.put("interval_cycles", simulation.interval());
            root.put("utilization", simulation.utilization());
            root.put("frames_per_second", simulation.framesPerSecond());
        } else {
            List.of("interval_cycles", "utilization", "frames_per_second").forEach(root::putNull);
        }
        root.put("macs", core.macs()).put("multipliers", core.multipliers());
        root.put("total_cycles", result.totalCycles());
        root.put("sim_cycles_per_second", simulation.cyclesPerSecond());
        if (!simulation.test().labels().isEmpty()) {
            root.put("top1", simulation.top1());
        }
        if (!result.firstMismatch().equals(Mismatch.NONE)) {
            mismatch(root.putObject("first_mismatch"), result.firstMismatch());
        }
        return root;
    }

    private static void mismatch(ObjectNode node, Mismatch m) {
        node.put("frame", m.frame())
                .put("y", m.y())
                .put("x", m.x())
                .put("channel", m.channel())
                .put("expected", m.expected())
                .put("got", m.got())
                .put("cycle", m.cycle());
    }
}
