package systole.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import systole.plan.Plan;
import systole.plan.unit.Cost;
import systole.plan.unit.Engine;
import systole.plan.unit.Stream;
import systole.target.board.Board;

/** The figures that the page's charts show, as JSON that may stand in a script element. */
record ChartData(Plan plan, Optional<Synthesis> synthesis) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** No {@code <} that could end the element. */
    String json() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("interval", plan.prediction().interval());
        root.put("clock_mhz", plan.clockMhz());
        root.put("synthesized", synthesis.isPresent());
        root.set("roofline", roofline());
        root.set("chip", chip());
        ArrayNode units = root.putArray("units");
        plan.engines().forEach(e -> units.add(unit(e)));
        return root.toPrettyString().replace("<", "\\u003c") + "\n";
    }

    /**
     * Multiply-accumulates a cycle over multiply-accumulates for each byte that goes in and out; the weights are on the
     * chip. The chip's limit is two products in each DSP slice; multipliers in LUTs come on top.
     */
    private ObjectNode roofline() {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("two_per_dsp", chipLimit(plan.board()));
        node.put("one_per_dsp", plan.board().dsp());
        node.put(
                "port_bytes",
                plan.inputStream().type().bytes() + plan.outputStream().type().bytes());
        node.put("intensity", plan.macs() / (bytes(plan.inputStream()) + bytes(plan.outputStream())));
        node.put("rate", rate(plan.macs()));
        node.put("multipliers", plan.multipliers());
        return node;
    }

    /** Multiply-accumulates a cycle. */
    static int chipLimit(Board board) {
        return 2 * board.dsp();
    }

    private double rate(long macs) {
        return macs / plan.prediction().interval();
    }

    /** Of a frame. */
    private static double bytes(Stream stream) {
        return (double) stream.elements() * stream.type().bits() / Byte.SIZE;
    }

    private ArrayNode chip() {
        Board board = plan.board();
        Cost cost = plan.cost();
        Optional<Synthesis.Used> used = synthesis.map(Synthesis::total);
        ArrayNode chip = MAPPER.createArrayNode();
        chip.add(resource(board.chip().family().dsp().name(), cost.dsp(), used.map(Synthesis.Used::dsp), board.dsp()));
        chip.add(resource("LUT", cost.lut(), used.map(Synthesis.Used::lut), board.lut()));
        chip.add(resource("RAMB18", cost.ramb18(), used.map(Synthesis.Used::ramb18), 2 * board.ramb36()));
        return chip;
    }

    private static ObjectNode resource(String name, int predicted, Optional<Integer> used, int available) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("name", name)
                .put("predicted", predicted)
                .put("available", available);
        used.ifPresent(u -> node.put("synthesized", u));
        return node;
    }

    private ObjectNode unit(Engine engine) {
        UnitFacts facts = DescribeUnit.of(engine);
        Cost cost = engine.cost();
        ObjectNode node = MAPPER.createObjectNode();
        node.put("name", engine.name()).put("kind", facts.kind()).put("folding", UnitRows.folding(engine));
        node.put("multiplier", facts.multiplier().isEmpty() ? "no multipliers" : facts.multiplier());
        node.put("style", DataflowGraph.style(facts.multiplier()));
        node.put("bottleneck", engine.name().equals(plan.bottleneck().name()));
        node.put("cycles", engine.cycles()).put("macs", engine.macs()).put("multipliers", engine.multipliers());
        node.put("rate", rate(engine.macs()));
        node.put("intensity", engine.macs() / (sum(engine.inputs()) + sum(engine.outputs())));
        node.set("predicted", figures(cost.dsp(), cost.lut(), cost.ramb18()));
        synthesis
                .flatMap(s -> s.unit(engine.name()))
                .ifPresent(u -> node.set("synthesized", figures(u.dsp(), u.lut(), u.ramb18())));
        return node;
    }

    private static double sum(List<Stream> streams) {
        return streams.stream().mapToDouble(ChartData::bytes).sum();
    }

    private static ArrayNode figures(int dsp, int lut, int ramb18) {
        return MAPPER.createArrayNode().add(dsp).add(lut).add(ramb18);
    }
}
