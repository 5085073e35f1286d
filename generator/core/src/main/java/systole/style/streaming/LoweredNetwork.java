package systole.style.streaming;

import java.util.List;
import systole.design.Demand;
import systole.engine.Cost;
import systole.engine.Engine;
import systole.network.Network;
import systole.style.streaming.fold.Choice;
import systole.style.streaming.fold.FoldingStrategy;
import systole.style.streaming.fold.FoldingTask;
import systole.style.streaming.fold.PaddedFoldings;
import systole.style.streaming.fold.SmallestFolding;
import systole.style.streaming.wiring.Wiring;
import systole.target.board.Board;

/** A network's engines with the foldings that each may have. Boards and goals are tried on it. */
public final class LoweredNetwork implements Demand {
    private final Network network;
    private final Wiring wiring;
    private final List<List<Engine>> choices;
    private final PaddedFoldings padded;

    /**
     * Holds the results of the first two passes.
     *
     * @param choices for each stage of the wiring, the foldings to choose from
     * @param padded for each stage, the foldings that pad
     */
    LoweredNetwork(Network network, Wiring wiring, List<List<Engine>> choices, PaddedFoldings padded) {
        this.network = network;
        this.wiring = wiring;
        this.choices = choices;
        this.padded = padded;
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public boolean fits(Board board) {
        return SmallestFolding.fits(choices, board);
    }

    @Override
    public Cost least(Board board) {
        return SmallestFolding.least(choices, board);
    }

    @Override
    public Cost most(Board board) {
        return SmallestFolding.most(board);
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
