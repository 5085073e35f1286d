package systole.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import systole.design.Design;
import systole.design.DesignUnit;
import systole.rtl.RtlDesign;
import systole.style.streaming.TinyNetworks;
import systole.target.resource.ResourceVector;
import systole.tool.DesignFolder;

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
        ObjectNode result = MAPPER.createObjectNode();
        ObjectNode units = result.putObject("units");
        design.engines().forEach(e -> units.set("u_" + e.name(), used(e)));
        result.set("total", counts(design.cost().dsp(), 98_765, 0));
        Results.keepSynthesis(folder, result);
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
