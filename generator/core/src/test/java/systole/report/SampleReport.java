package systole.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import systole.design.Design;
import systole.design.DesignUnit;
import systole.rtl.RtlDesign;
import systole.style.streaming.TinyNetworks;
import systole.target.resource.ResourceVector;
import systole.tool.DesignFolder;
import systole.tool.netlist.PathTimes;
import systole.tool.netlist.TimingPath;
import systole.tool.netlist.TimingPath.Step;

/** A small design in a folder, with results as a simulation and a synthesis would leave them. */
record SampleReport(Design design, DesignFolder folder) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static SampleReport in(Path folder) {
        RtlDesign written = RtlDesign.write(TinyNetworks.residual(), TinyNetworks.board(), folder);
        return new SampleReport(written.design(), written.folder());
    }

    void simulated(String simulator, int stall, long mismatches) {
        Results.keepSimulation(folder, run(simulator, stall, 4, mismatches));
    }

    void labelled(String simulator, int stall, int frames, double top1) {
        Results.keepSimulation(folder, run(simulator, stall, frames, 0).put("top1", top1));
    }

    private ObjectNode run(String simulator, int stall, int frames, long mismatches) {
        ObjectNode result = MAPPER.createObjectNode().put("simulator", simulator);
        result.put("passed", mismatches == 0).put("frames", frames).put("beats", 12_000);
        result.put("mismatches", mismatches).put("protocol_errors", 0).put("deadlock", false);
        result.put("stall", stall).put("seed", 1);
        result.put("interval_cycles", design.prediction().interval(frames));
        result.put("latency_cycles", design.prediction().latency());
        if (mismatches > 0) {
            result.putObject("first_mismatch")
                    .put("frame", 2)
                    .put("y", 3)
                    .put("x", 5)
                    .put("channel", 7)
                    .put("expected", "11")
                    .put("got", "<b>x</b>");
        }
        return result;
    }

    /** Every engine takes one LUT more than predicted. */
    void synthesized() {
        Results.keepSynthesis(folder, synthesis());
    }

    /** With a path of 3.1 ns, 1.5 of which are in cells. */
    void timed() {
        TimingPath path = new TimingPath(
                "u_mac",
                List.of(
                        new Step("u_mac.a", "FDRE", "Q", 0, 0, 0.5),
                        new Step("u_mac.b", "LUT6", "I5", 12, 1.6, 0.9),
                        new Step("u_mac.c", "FDRE", "D", 1, 0, 0.1)));
        ObjectNode result = synthesis();
        result.set(
                "timing",
                TimingJson.of(design.board().chip(), new PathTimes(Map.of("u_mac", path), Optional.of(path))));
        Results.keepSynthesis(folder, result);
    }

    private ObjectNode synthesis() {
        ObjectNode result = MAPPER.createObjectNode();
        ObjectNode units = result.putObject("units");
        design.engines().forEach(e -> units.set("u_" + e.name(), used(e)));
        result.set("total", counts(design.cost().dsp(), 98_765, 0));
        return result;
    }

    private static ObjectNode used(DesignUnit engine) {
        ResourceVector cost = engine.work().orElseThrow().cost();
        return counts(cost.dsp(), cost.lut() + 1, cost.ramb18());
    }

    private static ObjectNode counts(int dsp, int lut, int ramb18) {
        return MAPPER.createObjectNode()
                .put("lut", lut)
                .put("ff", 4_321)
                .put("dsp", dsp)
                .put("ramb36", 1)
                .put("ramb18", ramb18)
                .put("uram", 0);
    }

    String render() {
        return Report.render(design, Results.of(folder.root()));
    }
}
