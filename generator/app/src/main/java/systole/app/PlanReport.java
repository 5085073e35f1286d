package systole.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import systole.BuiltDesign;
import systole.design.Design;

/** Shows a plan to people: its units, their resources, and how busy they are. */
final class PlanReport {
    private PlanReport() {}

    static String text(BuiltDesign design) {
        Design core = design.design();
        double interval = core.prediction().interval();
        boolean ultra = core.board().chip().uram() > 0;
        Table table = new Table(
                cells(ultra, "unit", "kind", "fold", "cycles", "busy %", "DSP", "LUT", "RAMB18", "memories", "URAM"));
        for (JsonNode unit : Json.parse(core.file(Design.PLAN)).path("units")) {
            row(table, ultra, unit, interval);
        }
        var cost = core.cost();
        table.row(cells(ultra, "total", "", "", "", "", cost.dsp(), cost.lut(), cost.ramb18(), "", cost.uram()));
        return table + "\n" + summary(design);
    }

    private static void row(Table table, boolean ultra, JsonNode unit, double interval) {
        String name = unit.path("name").asText();
        String kind = unit.path("kind").asText();
        if (!unit.has("pe")) {
            String lanes = unit.path("in_lanes").asText() + " to "
                    + unit.path("out_lanes").asText();
            String fold = kind.equals("width") ? lanes : "";
            table.row(cells(ultra, name, kind, fold, "", "", "", "", "", memories(unit), ""));
            return;
        }
        JsonNode cost = unit.path("predicted");
        long cycles = unit.path("cycles").asLong();
        table.row(cells(
                ultra,
                name,
                kind,
                unit.path("pe").asText() + " x " + unit.path("simd").asText(),
                cycles,
                100 * cycles / interval,
                cost.path("dsp").asInt(),
                cost.path("lut").asInt(),
                cost.path("ramb18").asInt(),
                memories(unit),
                cost.path("uram").asInt()));
    }

    /** All cells, or all but the last one, which is about UltraRAM, for a chip that has none. */
    private static Object[] cells(boolean ultra, Object... all) {
        return Arrays.copyOf(all, all.length - (ultra ? 0 : 1));
    }

    private static String memories(JsonNode unit) {
        List<String> memories = new ArrayList<>();
        if (unit.has("weight_memory")) {
            memories.add("weights: " + unit.path("weight_memory").asText());
        }
        if (unit.has("ring_memory")) {
            memories.add(unit.path("ring_pixels").asText() + " pixels: "
                    + unit.path("ring_memory").asText());
        }
        if (unit.has("depth")) {
            memories.add(unit.path("depth").asText() + " beats: "
                    + unit.path("memory").asText());
        }
        return String.join(", ", memories);
    }

    private static String summary(BuiltDesign design) {
        Design core = design.design();
        double interval = core.prediction().interval();
        long latency = core.prediction().latency();
        return Text.format(
                        "predicted at %s MHz on %s (%s)\n",
                        Text.number(core.clockMhz()),
                        core.board().name(),
                        core.board().id())
                + Text.format(
                        "  interval     %s cycles, %,.1f frames/s, set by %s\n",
                        Text.number(interval),
                        core.hertz() / interval,
                        core.bottleneck().name())
                + Text.format("  clock        %s\n", core.clock().words())
                + Text.format("  limit        %s\n", core.limit())
                + Text.format("  latency      %,d cycles, %s\n", latency, Text.seconds(latency / core.hertz()))
                + Text.format(
                        "  multipliers  %,d, busy %.1f %% of the time\n",
                        core.multipliers(), 100 * core.utilization(interval))
                + Text.format("written to %s\n", design.shownFolder());
    }
}
