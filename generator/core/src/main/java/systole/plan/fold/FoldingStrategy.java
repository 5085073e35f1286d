package systole.plan.fold;

import java.util.List;
import systole.board.Board;
import systole.plan.unit.Engine;

/** Chooses the folding of every engine. */
public interface FoldingStrategy {
    /**
     * Folds the engines for a board.
     *
     * @param options for each engine the foldings to choose from, as engines; never empty
     * @return one choice for each engine, in the same order
     * @throws systole.diagnostic.RefusedException if nothing fits the board
     */
    List<Engine> choose(List<List<Engine>> options, Board board);
}
