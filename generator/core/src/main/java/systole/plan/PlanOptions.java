package systole.plan;

import java.util.Map;
import systole.plan.fold.FoldingStrategy;
import systole.target.board.Board;

/**
 * What a plan is made for.
 *
 * @param board the target
 * @param clockMhz the clock that times are given for
 * @param folds foldings asked for, by engine; they win over those in the network
 * @param strategy chooses the others
 */
public record PlanOptions(Board board, double clockMhz, Map<String, FoldRequest> folds, FoldingStrategy strategy) {
    public PlanOptions {
        folds = Map.copyOf(folds);
        if (!(clockMhz > 0)) {
            throw new IllegalArgumentException("a clock frequency is positive, not " + clockMhz);
        }
    }
}
