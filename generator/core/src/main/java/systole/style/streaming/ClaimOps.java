package systole.style.streaming;

import java.util.ArrayList;
import java.util.List;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.engine.Engine;
import systole.engine.EngineTable;
import systole.op.NamedOp;
import systole.op.OpGraph;
import systole.op.OpNode;
import systole.style.streaming.wiring.Stage;
import systole.style.streaming.wiring.Wiring;
import systole.target.chip.HardBlocks;

/**
 * The first pass, which offers every operation to all kinds of engines.
 *
 * @param hardBlocks what the engines are made of
 */
record ClaimOps(EngineTable table, HardBlocks hardBlocks) {
    /**
     * Operations with the engines that claim them.
     *
     * @param wiring the first engine of each operation, joined by streams that are named after operations
     * @param engines all engines that claim the operation, by stage of the wiring
     */
    record Claimed(Wiring wiring, List<List<Engine>> engines) {}

    /** @throws RefusedException if no engine claims an operation */
    Claimed run(OpGraph graph) {
        Problems problems = new Problems();
        List<Stage> stages = new ArrayList<>();
        List<List<Engine>> engines = new ArrayList<>();
        for (OpNode node : graph.nodes()) {
            List<Engine> claims = claims(node, problems);
            if (!claims.isEmpty()) {
                stages.add(new Stage(claims.get(0), node.sources(), List.of(node.name())));
                engines.add(claims);
            }
        }
        problems.throwIfAny();
        return new Claimed(new Wiring(graph.input(), graph.output(), stages), engines);
    }

    private List<Engine> claims(OpNode node, Problems problems) {
        try {
            return table.claims(new NamedOp(node.name(), node.op()), hardBlocks);
        } catch (RefusedException refused) {
            refused.diagnostics().forEach(d -> problems.add(node.where(), node.layer() + ": " + d.message(), d.hint()));
            return List.of();
        }
    }
}
