package systole.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import systole.design.Design;
import systole.design.DesignUnit;
import systole.design.Work;
import systole.engine.BeatStream;
import systole.engine.Description;
import systole.rtl.JsonText;
import systole.target.board.Board;
import systole.target.resource.ResourceVector;

/** The figures that the charts of the page show, as JSON that can stand in a script element. */
record ChartData(Design design, Optional<Synthesis> synthesis) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The JSON text, which has no {@code <} that could end the element. */
    String json() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("interval", design.prediction().interval());
        root.put("clock_mhz", design.clockMhz());
        root.put("synthesized", synthesis.isPresent());
        root.set("roofline", roofline());
        root.set("chip", chip());
        ArrayNode units = root.putArray("units");
        design.engines().forEach(e -> units.add(unit(e)));
        return JsonText.of(root).replace("<", "\\u003c");
    }

    /**
     * The roofline: multiply-accumulates in a cycle over multiply-accumulates for each byte that goes in or out. The
     * weights are on the chip. The chip's limit is two products in each DSP slice, without the multipliers in LUTs.
     */
    private ObjectNode roofline() {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("two_per_dsp", chipLimit(design.board()));
        node.put("one_per_dsp", design.board().dsp());
        node.put(
                "port_bytes",
                design.input().stream().type().bytes()
                        + design.output().stream().type().bytes());
        node.put("intensity", design.macs() / (bytes(design.input().stream()) + bytes(design.output().stream())));
        node.put("rate", rate(design.macs()));
        node.put("multipliers", design.multipliers());
        return node;
    }

    /** The limit of a chip in multiply-accumulates a cycle. */
    static int chipLimit(Board board) {
        return 2 * board.dsp();
    }

    private double rate(long macs) {
        return macs / design.prediction().interval();
    }

    /** The bytes of a frame. */
    private static double bytes(BeatStream stream) {
        return (double) stream.elements() * stream.type().bits() / Byte.SIZE;
    }

    /** The resources of which there is a prediction. */
    private List<ChipResource> foretold() {
        return ChipResource.of(design, synthesis).stream()
                .filter(r -> r.predicted().isPresent())
                .toList();
    }

    private ArrayNode chip() {
        ArrayNode chip = MAPPER.createArrayNode();
        foretold().forEach(r -> chip.add(node(r, r.predicted().orElseThrow())));
        return chip;
    }

    private static ObjectNode node(ChipResource resource, int predicted) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("name", resource.name())
                .put("predicted", predicted)
                .put("available", resource.available());
        resource.synthesized().ifPresent(used -> node.put("synthesized", used));
        return node;
    }

    private ObjectNode unit(DesignUnit engine) {
        Work work = engine.work().orElseThrow();
        Description facts = engine.description();
        ResourceVector cost = work.cost();
        ObjectNode node = MAPPER.createObjectNode();
        node.put("name", engine.name()).put("kind", facts.kind()).put("folding", work.folding());
        node.put("multiplier", facts.multiplier().isEmpty() ? "no multipliers" : facts.multiplier());
        node.put("style", DataflowGraph.style(facts.multiplier()));
        node.put("bottleneck", engine.name().equals(design.bottleneck().name()));
        node.put("cycles", work.cycles()).put("macs", work.macs()).put("multipliers", work.multipliers());
        node.put("rate", rate(work.macs()));
        node.put("intensity", work.macs() / (sum(engine.inputs()) + sum(engine.outputs())));
        node.set("predicted", figures(cost));
        synthesis.flatMap(s -> s.unit(engine)).ifPresent(u -> node.set("synthesized", figures(u)));
        return node;
    }

    private static double sum(List<BeatStream> streams) {
        return streams.stream().mapToDouble(ChartData::bytes).sum();
    }

    /** What a unit takes of the resources of {@link #chip}, in the same order. */
    private ArrayNode figures(ResourceVector taken) {
        ArrayNode figures = MAPPER.createArrayNode();
        foretold().forEach(r -> figures.add(taken.of(r.kind())));
        return figures;
    }
}
