package systole.style.streaming;

import java.util.Map;
import systole.network.BuildRequest;
import systole.style.streaming.fold.FoldingStrategy;
import systole.target.board.Board;

/**
 * The conditions that a plan is made for.
 *
 * @param board the target
 * @param clockMhz the clock frequency that times are given for
 * @param builds the requests by engine; they override those in the network
 * @param strategy chooses the remaining foldings
 */
public record PlanOptions(Board board, double clockMhz, Map<String, BuildRequest> builds, FoldingStrategy strategy) {
    public PlanOptions {
        builds = Map.copyOf(builds);
        if (!(clockMhz > 0)) {
            throw new IllegalArgumentException("a clock frequency is positive, not " + clockMhz);
        }
    }
}
