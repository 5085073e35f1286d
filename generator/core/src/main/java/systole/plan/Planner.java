package systole.plan;

import java.util.List;
import java.util.Map;
import systole.network.Network;
import systole.plan.timing.Prediction;
import systole.plan.timing.ScheduleModel;

/** Makes the hardware plan of a network: lower, fold, connect, size the storage, predict. */
public final class Planner {
    /** Frames of the run that predicts; the second half is the steady state. */
    private static final int FRAMES = 8;

    private final LoweringTable table;

    public Planner(LoweringTable table) {
        this.table = table;
    }

    /**
     * Asks whether a network has hardware, on a board that is large enough. Much quicker than a plan.
     *
     * @param folds foldings asked for, by engine
     * @throws systole.diagnostic.RefusedException if a layer has no hardware, or a folding asked for is impossible
     */
    public void check(Network network, Map<String, FoldRequest> folds) {
        new FoldEngines(folds).choices(network, new Lower(table).run(network));
    }

    /**
     * Plans a network.
     *
     * @throws systole.diagnostic.RefusedException if a layer has no hardware, a folding asked for is impossible, or the
     *     network does not fit the board
     */
    public Plan plan(Network network, PlanOptions options) {
        Wiring lowered = new Lower(table).run(network);
        Wiring folded = new FoldEngines(options.folds()).run(network, lowered, options);
        Wiring connected = new Connect().run(folded);
        Wiring sized = new SizeStorage().run(connected);
        Prediction prediction = ScheduleModel.run(sized, FRAMES).prediction();
        List<Stage> stages = sized.stages();
        return new Plan(
                network.name(), options.board(), options.clockMhz(), sized.input(), sized.output(), stages, prediction);
    }
}
