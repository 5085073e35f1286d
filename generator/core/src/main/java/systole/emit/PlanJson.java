package systole.emit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import systole.plan.Plan;
import systole.plan.Stage;
import systole.plan.fold.Limit;
import systole.plan.requant.MultiplyShift;
import systole.plan.requant.RequantForm;
import systole.plan.requant.Thresholds;
import systole.plan.unit.Cost;
import systole.plan.unit.Engine;
import systole.plan.unit.FifoUnit;
import systole.plan.unit.LstmUnit;
import systole.plan.unit.MacArray;
import systole.plan.unit.MacShape;
import systole.plan.unit.MacUnit;
import systole.plan.unit.MemoryUse;
import systole.plan.unit.PairUnit;
import systole.plan.unit.RepeatUnit;
import systole.plan.unit.Requantized;
import systole.plan.unit.ReverseUnit;
import systole.plan.unit.Unit;
import systole.plan.unit.WindowedEngine;

/** The plan as JSON, for people and for other programs. */
public final class PlanJson {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private PlanJson() {}

    public static String of(Plan plan) {
        try {
            return MAPPER.writeValueAsString(node(plan)).replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The plan as a tree, to which a report can add more. */
    public static ObjectNode node(Plan plan) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("design", plan.name());
        root.put("board", plan.board().id());
        root.put("clock_mhz", plan.clockMhz());
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
        plan.units().forEach(unit -> {
            if (unit instanceof MacUnit mac) {
                count.merge(form(mac.requantized().form()), mac.chains(), Integer::sum);
            } else if (unit instanceof PairUnit pair) {
                count.merge(form(pair.requantized().form()), pair.fold().pe(), Integer::sum);
            }
        });
        ObjectNode node = MAPPER.createObjectNode();
        count.forEach(node::put);
        return node;
    }

    private static String form(RequantForm form) {
        return form instanceof Thresholds ? "thresholds" : "multiply_shift_" + form.dsps() + "_dsp";
    }

    /** The block RAM that is taken, and the part of it that holds nothing. */
    private static ObjectNode blockRam(Stream<MemoryUse> memories) {
        List<MemoryUse> block = memories.filter(m -> m.memory().block()).toList();
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
        node.put("kind", unit.getClass().getSimpleName().replace("Unit", "").toLowerCase(Locale.ROOT));
        stage.sources().forEach(node.putArray("reads")::add);
        stage.sinks().forEach(node.putArray("writes")::add);
        node.put("in_lanes", unit.inputs().get(0).lanes());
        node.put("out_lanes", unit.outputs().get(0).lanes());
        if (unit instanceof Engine engine) {
            node.put("pe", engine.fold().pe());
            node.put("simd", engine.fold().simd());
            node.put("cycles", engine.cycles());
            node.set("predicted", cost(engine.cost()));
        }
        if (unit instanceof WindowedEngine w && !w.passes().direct()) {
            node.put("ring_pixels", w.passes().ring());
            node.put("ring_memory", w.ringMemory().block() ? "block" : "lut");
        }
        if (unit instanceof RepeatUnit repeat) {
            node.put("depth", repeat.depth());
            node.put("memory", repeat.memory().block() ? "block" : "lut");
        }
        if (unit instanceof MacUnit mac) {
            array(mac.array(), mac.accBits(), mac.requantized(), node);
        }
        if (unit instanceof MacUnit mac && mac.isPadded()) {
            MacShape shape = mac.shape();
            node.put("padded_in_channels", shape.windowChannels() - shape.channels());
            node.put("padded_out_channels", shape.computedChannels() - shape.outChannels());
            node.put("utilization", (double) mac.macs() / mac.multipliers() / mac.cycles());
        }
        if (unit instanceof LstmUnit lstm) {
            node.put("step_cycles", lstm.timing().interval());
            node.put("step_macs", lstm.shape().macs());
            array(lstm.array(), lstm.accBits(), lstm.requantized(), node);
        }
        if (unit instanceof ReverseUnit reverse) {
            node.put("memory", reverse.memory().block() ? "block" : "lut");
        }
        if (unit.memories().stream().anyMatch(m -> m.memory().block())) {
            node.set("block_ram", blockRam(unit.memories().stream()));
        }
        if (unit instanceof FifoUnit fifo) {
            node.put("depth", fifo.depth());
            node.put("memory", fifo.memory().block() ? "block" : "lut");
        }
        return node;
    }

    private static void array(MacArray array, int accBits, Requantized requantized, ObjectNode node) {
        node.put("dataflow", "output-stationary");
        node.put("multipliers", array.multipliers());
        node.put("accumulator_bits", accBits);
        node.put("requantizers", array.chains());
        node.put("weight_memory", array.weightMemory().block() ? "block" : "lut");
        if (requantized.form() instanceof MultiplyShift form) {
            node.put("requantizer", "multiply-shift");
            node.put("multiplier_bits", form.multBits());
            node.put("active_span_bits", form.accBits());
        } else {
            node.put("requantizer", "thresholds");
        }
    }

    private static ObjectNode cost(Cost cost) {
        return MAPPER.createObjectNode()
                .put("dsp", cost.dsp())
                .put("lut", cost.lut())
                .put("ramb18", cost.ramb18());
    }
}
