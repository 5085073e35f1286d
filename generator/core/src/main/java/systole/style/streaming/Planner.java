package systole.style.streaming;

import java.util.Map;
import systole.engine.EngineTable;
import systole.network.BuildRequest;
import systole.network.Network;
import systole.op.OpGraph;
import systole.op.OpTable;
import systole.style.streaming.ClaimOps.Claimed;
import systole.style.streaming.LoweredNetwork.Engines;
import systole.target.chip.HardBlocks;

/**
 * Makes the hardware plan of a network in passes: claim, fold, connect, size the storage, predict.
 *
 * @param ops normalises the layers to operations
 * @param engines the kinds of engines that may claim the operations
 */
public record Planner(OpTable ops, EngineTable engines) {
    /**
     * Finds the hardware of a network on a board that is large enough. This is much quicker than making a plan.
     *
     * @param builds the requests by engine; they override those in the network
     * @param hardBlocks what the engines are made of; boards with others can be tried as well
     * @throws systole.diagnostic.RefusedException if a layer has no hardware, or if a request is impossible
     */
    public LoweredNetwork lower(Network network, Map<String, BuildRequest> builds, HardBlocks hardBlocks) {
        OpGraph graph = OpGraph.of(network, ops);
        LoweredNetwork lowered = new LoweredNetwork(network, other -> engines(network, graph, builds, other));
        lowered.on(hardBlocks);
        return lowered;
    }

    private Engines engines(Network network, OpGraph graph, Map<String, BuildRequest> builds, HardBlocks hardBlocks) {
        Claimed claimed = new ClaimOps(engines, hardBlocks).run(graph);
        FoldEngines folds = FoldEngines.of(network, claimed, builds);
        return new Engines(claimed.wiring(), folds.choices(), folds.padded());
    }

    /**
     * Plans a network.
     *
     * @throws systole.diagnostic.RefusedException as {@link #lower} and {@link LoweredNetwork#plan}
     */
    public Plan plan(Network network, PlanOptions options) {
        return lower(network, options.builds(), options.board().chip().hardBlocks())
                .plan(options.board(), options.clockMhz(), options.strategy());
    }
}
