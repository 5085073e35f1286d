package systole.style.streaming.fold;

/** Chooses the folding of every engine. */
public interface FoldingStrategy {
    /**
     * Folds the engines for a board.
     *
     * @throws systole.diagnostic.RefusedException if nothing fits the board, or what is asked for cannot be met
     */
    Choice choose(FoldingTask task);
}
