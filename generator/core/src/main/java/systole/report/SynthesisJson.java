package systole.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import systole.design.Design;
import systole.target.board.Board;
import systole.target.resource.ResourceVector;
import systole.tool.SynthesisReport;
import systole.tool.netlist.Resources;

/** Renders the resources and the paths of a synthesized design as JSON, for the report and for other programs. */
public final class SynthesisJson {
    private SynthesisJson() {}

    /**
     * The counted, the predicted and the available resources, and the longest paths. Resources are those of the core; {@code
     * shell} has those of the shell, if there is one. {@code dsp_cascade} is missing if the synthesizer makes no cascades for
     * the chip, {@code timing} if delays of the chip are not known.
     */
    public static ObjectNode of(Design design, SynthesisReport synthesis) {
        Board board = design.board();
        ResourceVector predicted = design.cost();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("design", design.name()).put("board", board.id());
        fill(root.putObject("total"), synthesis.total());
        ObjectNode units = root.putObject("units");
        synthesis.units().forEach((name, resources) -> fill(units.putObject(name), resources));
        ObjectNode levels = root.putObject("logic_levels");
        synthesis.paths().levels().forEach(levels::put);
        ObjectNode fanOuts = root.putObject("fan_out");
        synthesis.paths().fanOuts().forEach(fanOuts::put);
        fill(root.putObject("glue"), synthesis.glue());
        synthesis.shell().ifPresent(shell -> fill(root.putObject("shell"), shell));
        if (board.chip().family().synthesizer().packsDsp()) {
            root.put("dsp_cascade", synthesis.paths().cascade());
        }
        synthesis.paths().times().ifPresent(times -> root.set("timing", TimingJson.of(board.chip(), times)));
        if (!synthesis.absorbed().equals(Resources.NONE)) {
            fill(root.putObject("netlist"), synthesis.netlist());
            fill(root.putObject("absorbed"), synthesis.absorbed());
        }
        root.putObject("predicted")
                .put("lut", predicted.lut())
                .put("dsp", predicted.dsp())
                .put("ramb18", predicted.ramb18())
                .put("uram", predicted.uram());
        root.putObject("available")
                .put("lut", board.lut())
                .put("ff", board.ff())
                .put("dsp", board.dsp())
                .put("ramb36", board.ramb36())
                .put("ramb18", 2 * board.ramb36())
                .put("uram", board.chip().uram());
        return root;
    }

    private static void fill(ObjectNode node, Resources r) {
        node.put("lut", r.lut())
                .put("lutram", r.lutram())
                .put("ff", r.ff())
                .put("carry4", r.carry4())
                .put("dsp", r.dsp())
                .put("ramb36", r.ramb36())
                .put("ramb18", r.ramb18())
                .put("uram", r.uram())
                .put("latch", r.latch());
    }
}
