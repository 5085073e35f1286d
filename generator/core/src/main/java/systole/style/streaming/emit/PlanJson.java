package systole.style.streaming.emit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import systole.engine.Engine;
import systole.engine.MemoryUse;
import systole.engine.Unit;
import systole.rtl.JsonText;
import systole.style.streaming.Plan;
import systole.style.streaming.fold.Limit;
import systole.style.streaming.wiring.Stage;
import systole.target.board.UnroutedClock;
import systole.target.resource.ResourceVector;

/** The plan as JSON, for people and for other programs. */
public final class PlanJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlanJson() {}

    public static String of(Plan plan) {
        return JsonText.of(node(plan));
    }

    /** The plan as a tree, to which a report can add more. */
    public static ObjectNode node(Plan plan) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("design", plan.name());
        root.put("board", plan.board().id());
        root.put("clock_mhz", plan.clockMhz());
        UnroutedClock clock = new UnroutedClock(plan.board(), plan.clockMhz());
        root.put("clock_routed", false);
        clock.estimateMhz().ifPresent(mhz -> root.put("clock_estimate_mhz", mhz));
        root.put("predicted_interval_cycles", plan.prediction().interval());
        root.put("predicted_latency_cycles", plan.prediction().latency());
        root.put("bottleneck", plan.bottleneck().name());
        root.set("limit", limit(plan.limit()));
        root.put("macs", plan.macs());
        root.put("multipliers", plan.multipliers());
        root.put("utilization", plan.utilization(plan.prediction().interval()));
        root.set("predicted", cost(plan.cost()));
        root.set("requantizers", requantizers(plan));
        root.set("block_ram", blockRam(plan.units().flatMap(u -> u.memories().stream())));
        ArrayNode units = root.putArray("units");
        plan.stages().forEach(stage -> units.add(unit(stage)));
        return root;
    }

    /** The number of requantizers of each form. */
    private static ObjectNode requantizers(Plan plan) {
        Map<String, Integer> count = new TreeMap<>();
        plan.units().forEach(unit -> unit.requantizers().forEach((form, n) -> count.merge(form, n, Integer::sum)));
        ObjectNode node = MAPPER.createObjectNode();
        count.forEach(node::put);
        return node;
    }

    /** The block RAM that is taken, and the part of it that holds nothing. */
    private static ObjectNode blockRam(Stream<MemoryUse> memories) {
        List<MemoryUse> block = memories.filter(m -> m.ramb18() > 0).toList();
        return MAPPER.createObjectNode()
                .put("ramb18", block.stream().mapToInt(MemoryUse::ramb18).sum())
                .put("bits", block.stream().mapToLong(MemoryUse::bits).sum())
                .put("wasted_bits", block.stream().mapToLong(MemoryUse::wasted).sum());
    }

    private static ObjectNode limit(Limit limit) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("kind", limit.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        if (limit instanceof Limit.Full full) {
            node.put("next_interval_cycles", full.interval());
            ArrayNode needs = node.putArray("needs");
            full.needs().forEach(n -> needs.addObject()
                    .put("resource", n.resource().name().toLowerCase(Locale.ROOT))
                    .put("need", n.need())
                    .put("planned", n.planned()));
        }
        node.put("text", limit.text());
        return node;
    }

    private static ObjectNode unit(Stage stage) {
        Unit unit = stage.unit();
        ObjectNode node = MAPPER.createObjectNode();
        node.put("name", unit.name());
        node.put("kind", unit.kind());
        stage.sources().forEach(node.putArray("reads")::add);
        stage.sinks().forEach(node.putArray("writes")::add);
        node.put("in_lanes", unit.inputs().get(0).lanes());
        node.put("out_lanes", unit.outputs().get(0).lanes());
        if (unit instanceof Engine engine) {
            engine.folding().keys().forEach((key, value) -> node.set(key, number(value)));
            node.put("cycles", engine.cycles());
            node.set("predicted", cost(engine.cost()));
        }
        unit.facts().values().forEach((name, value) -> node.set(name, MAPPER.valueToTree(value)));
        if (unit.memories().stream().anyMatch(m -> m.ramb18() > 0)) {
            node.set("block_ram", blockRam(unit.memories().stream()));
        }
        return node;
    }

    /** The value of a folding's key, as a number if it is one. */
    private static JsonNode number(String value) {
        return value.matches("-?[0-9]{1,9}") ? IntNode.valueOf(Integer.parseInt(value)) : TextNode.valueOf(value);
    }

    private static ObjectNode cost(ResourceVector cost) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("dsp", cost.dsp())
                .put("lut", cost.lut())
                .put("ramb18", cost.ramb18());
        return cost.uram() == 0 ? node : node.put("uram", cost.uram());
    }
}
