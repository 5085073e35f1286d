package systole.plan;

import java.util.Map;
import systole.board.Board;
import systole.plan.fold.FoldingStrategy;

/**
 * The conditions that a plan is made for.
 *
 * @param board the target
 * @param clockMhz the clock frequency that times are given for
 * @param folds the requested foldings by engine; they override those in the network
 * @param strategy chooses the remaining foldings
 */
public record PlanOptions(Board board, double clockMhz, Map<String, FoldRequest> folds, FoldingStrategy strategy) {
    public PlanOptions {
        folds = Map.copyOf(folds);
        if (!(clockMhz > 0)) {
            throw new IllegalArgumentException("a clock frequency is positive, not " + clockMhz);
        }
    }
}
