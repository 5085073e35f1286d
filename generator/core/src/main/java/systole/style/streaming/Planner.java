package systole.style.streaming;

import java.util.Map;
import systole.engine.EngineTable;
import systole.network.BuildRequest;
import systole.network.Network;
import systole.op.OpGraph;
import systole.op.OpTable;
import systole.style.streaming.ClaimOps.Claimed;

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
     * @throws systole.diagnostic.RefusedException if a layer has no hardware, or if a request is impossible
     */
    public LoweredNetwork lower(Network network, Map<String, BuildRequest> builds) {
        Claimed claimed = new ClaimOps(engines).run(OpGraph.of(network, ops));
        FoldEngines folds = FoldEngines.of(network, claimed, builds);
        return new LoweredNetwork(network, claimed.wiring(), folds.choices(), folds.padded());
    }

    /**
     * Plans a network.
     *
     * @throws systole.diagnostic.RefusedException as {@link #lower} and {@link LoweredNetwork#plan}
     */
    public Plan plan(Network network, PlanOptions options) {
        return lower(network, options.builds()).plan(options.board(), options.clockMhz(), options.strategy());
    }
}
