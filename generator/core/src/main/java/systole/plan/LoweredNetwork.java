package systole.plan;

import java.util.List;
import systole.network.Network;
import systole.plan.fold.Choice;
import systole.plan.fold.FoldingStrategy;
import systole.plan.fold.FoldingTask;
import systole.plan.fold.PaddedFoldings;
import systole.plan.fold.SmallestFolding;
import systole.plan.unit.Cost;
import systole.plan.unit.Engine;
import systole.target.board.Board;

/** A network's engines with the foldings that each may have: what boards and goals are tried with. */
public final class LoweredNetwork {
    private final Network network;
    private final Wiring wiring;
    private final List<List<Engine>> choices;
    private final PaddedFoldings padded;

    /**
     * Of what the first two passes leave.
     *
     * @param choices by stage of the wiring, the foldings to choose from
     * @param padded by stage, those that pad
     */
    LoweredNetwork(Network network, Wiring wiring, List<List<Engine>> choices, PaddedFoldings padded) {
        this.network = network;
        this.wiring = wiring;
        this.choices = choices;
        this.padded = padded;
    }

    public Network network() {
        return network;
    }

    /** True if it fits a board, however slow. Much quicker than a plan. */
    public boolean fits(Board board) {
        return SmallestFolding.fits(choices, board);
    }

    /** What it takes of a board in its lightest foldings, whether it fits or not. Much quicker than a plan. */
    public Cost least(Board board) {
        return SmallestFolding.least(choices, board);
    }

    /**
     * Makes the plan: fold, connect, size the storage, predict.
     *
     * @param clockMhz frequency to aim for
     * @param strategy chooses the foldings that were not asked for
     * @throws systole.diagnostic.RefusedException if it does not fit the board, or what is asked of it cannot be met
     */
    public Plan plan(Board board, double clockMhz, FoldingStrategy strategy) {
        Trials trials = new Trials(wiring);
        Choice choice = strategy.choose(new FoldingTask(
                choices,
                wiring.sources(),
                board,
                clockMhz,
                engines -> trials.of(engines).prediction(),
                padded));
        SizeStorage.Sized made = trials.of(choice.engines());
        return new Plan(
                network.name(),
                board,
                clockMhz,
                made.wiring().input(),
                made.wiring().output(),
                made.wiring().stages(),
                made.prediction(),
                choice.limit());
    }
}
