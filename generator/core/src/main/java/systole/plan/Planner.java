package systole.plan;

import java.util.Map;
import systole.network.Network;

/** Makes the hardware plan of a network: lower, fold, connect, size the storage, predict. */
public final class Planner {
    private final LoweringTable table;

    public Planner(LoweringTable table) {
        this.table = table;
    }

    /**
     * Finds the hardware of a network on a board that is large enough. This is much quicker than making a plan.
     *
     * @param folds the requested foldings by engine
     * @throws systole.diagnostic.RefusedException if a layer has no hardware, or a requested folding is impossible
     */
    public LoweredNetwork lower(Network network, Map<String, FoldRequest> folds) {
        Wiring wiring = new Lower(table).run(network);
        FoldEngines engines = new FoldEngines(folds);
        return new LoweredNetwork(network, wiring, engines.choices(network, wiring), engines.padded(network, wiring));
    }

    /**
     * Plans a network.
     *
     * @throws systole.diagnostic.RefusedException as {@link #lower} and {@link LoweredNetwork#plan}
     */
    public Plan plan(Network network, PlanOptions options) {
        return lower(network, options.folds()).plan(options.board(), options.clockMhz(), options.strategy());
    }
}
