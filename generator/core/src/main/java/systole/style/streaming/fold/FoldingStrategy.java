package systole.style.streaming.fold;

/** Chooses the folding of every engine. */
public interface FoldingStrategy {
    /**
     * Folds the engines for a board.
     *
     * @throws systole.diagnostic.RefusedException if nothing fits the board, or if the goal cannot be met
     */
    Choice choose(FoldingTask task);
}
