package systole.plan;

import java.util.List;
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
     * Plans a network.
     *
     * @throws systole.diagnostic.RefusedException if a layer has no hardware, a folding asked for is impossible, or the
     *     network does not fit the board
     */
    public Plan plan(Network network, PlanOptions options) {
        Wiring lowered = new Lower(table).run(network);
        Wiring folded = new FoldEngines(options).run(network, lowered);
        Wiring connected = new Connect().run(folded);
        Wiring sized = new SizeStorage().run(connected);
        Prediction prediction = ScheduleModel.run(sized, FRAMES).prediction();
        List<Stage> stages = sized.stages();
        return new Plan(
                network.name(), options.board(), options.clockMhz(), sized.input(), sized.output(), stages, prediction);
    }
}
