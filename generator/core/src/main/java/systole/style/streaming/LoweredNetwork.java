package systole.style.streaming;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import systole.design.Demand;
import systole.engine.Engine;
import systole.network.Network;
import systole.style.streaming.fold.Choice;
import systole.style.streaming.fold.FoldingStrategy;
import systole.style.streaming.fold.FoldingTask;
import systole.style.streaming.fold.PaddedFoldings;
import systole.style.streaming.fold.SmallestNeed;
import systole.style.streaming.wiring.Wiring;
import systole.target.board.Board;
import systole.target.chip.HardBlocks;
import systole.target.resource.ResourceVector;

/**
 * A network's engines with the foldings that each may have. Boards and goals are tried on it. What the engines are made
 * of differs from family to family, and is looked for when a board of the family is tried.
 */
public final class LoweredNetwork implements Demand {
    /**
     * The results of the first two passes.
     *
     * @param wiring joins the engines
     * @param choices for each stage of the wiring, the foldings to choose from
     * @param padded for each stage, the foldings that pad
     */
    record Engines(Wiring wiring, List<List<Engine>> choices, PaddedFoldings padded) {}

    private final Network network;
    private final Function<HardBlocks, Engines> passes;
    private final Map<HardBlocks, Engines> known = new HashMap<>();
    private final Map<HardBlocks, SmallestNeed> needs = new HashMap<>();

    /** @param passes claims and folds */
    LoweredNetwork(Network network, Function<HardBlocks, Engines> passes) {
        this.network = network;
        this.passes = passes;
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public boolean fits(Board board) {
        return need(board).fits(board);
    }

    @Override
    public ResourceVector least(Board board) {
        return need(board).least(board);
    }

    @Override
    public ResourceVector most(Board board) {
        return SmallestNeed.most(board);
    }

    private SmallestNeed need(Board board) {
        return needs.computeIfAbsent(
                board.chip().hardBlocks(), blocks -> new SmallestNeed(on(blocks).choices()));
    }

    private Engines on(Board board) {
        return on(board.chip().hardBlocks());
    }

    /**
     * Finds the engines on chips of a kind.
     *
     * @throws systole.diagnostic.RefusedException if a layer has no hardware there, or if a request is impossible
     */
    Engines on(HardBlocks hardBlocks) {
        return known.computeIfAbsent(hardBlocks, passes);
    }

    /**
     * Makes the plan: fold, connect, size the storage, predict.
     *
     * @param clockMhz frequency to aim for
     * @param strategy chooses the foldings that were not asked for
     * @throws systole.diagnostic.RefusedException if it does not fit the board, or what is asked of it cannot be met
     */
    public Plan plan(Board board, double clockMhz, FoldingStrategy strategy) {
        Engines engines = on(board);
        Trials trials = new Trials(engines.wiring());
        Choice choice = strategy.choose(new FoldingTask(
                engines.choices(),
                engines.wiring().sources(),
                board,
                clockMhz,
                chosen -> trials.of(chosen).prediction(),
                engines.padded()));
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
