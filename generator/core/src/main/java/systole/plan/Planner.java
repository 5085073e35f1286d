package systole.plan;

import java.util.List;
import java.util.Map;
import systole.board.Board;
import systole.network.Network;
import systole.plan.fold.Choice;
import systole.plan.fold.FoldingTask;
import systole.plan.fold.SmallestFolding;
import systole.plan.unit.Cost;
import systole.plan.unit.Engine;

/** Makes the hardware plan of a network: lower, fold, connect, size the storage, predict. */
public final class Planner {
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
     * Asks whether a network fits a board, however slow. Much quicker than a plan.
     *
     * @param folds foldings asked for, by engine
     * @throws systole.diagnostic.RefusedException as {@link #check}
     */
    public boolean fits(Network network, Map<String, FoldRequest> folds, Board board) {
        return SmallestFolding.fits(new FoldEngines(folds).choices(network, new Lower(table).run(network)), board);
    }

    /**
     * What a network takes of a board in its lightest foldings, whether it fits or not. Much quicker than a plan.
     *
     * @param folds foldings asked for, by engine
     * @throws systole.diagnostic.RefusedException as {@link #check}
     */
    public Cost least(Network network, Map<String, FoldRequest> folds, Board board) {
        return SmallestFolding.least(new FoldEngines(folds).choices(network, new Lower(table).run(network)), board);
    }

    /**
     * Plans a network.
     *
     * @throws systole.diagnostic.RefusedException if a layer has no hardware, a folding asked for is impossible, the
     *     network does not fit the board, or what is asked of it cannot be met
     */
    public Plan plan(Network network, PlanOptions options) {
        Wiring lowered = new Lower(table).run(network);
        Trials trials = new Trials(lowered);
        List<List<Engine>> choices = new FoldEngines(options.folds()).choices(network, lowered);
        Choice choice = options.strategy()
                .choose(new FoldingTask(
                        choices, lowered.sources(), options.board(), options.clockMhz(), engines -> trials.of(engines)
                                .prediction()));
        SizeStorage.Sized made = trials.of(choice.engines());
        return new Plan(
                network.name(),
                options.board(),
                options.clockMhz(),
                made.wiring().input(),
                made.wiring().output(),
                made.wiring().stages(),
                made.prediction(),
                choice.limit());
    }
}
