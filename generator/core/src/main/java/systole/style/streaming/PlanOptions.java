package systole.style.streaming;

import java.util.Map;
import systole.board.Board;
import systole.network.BuildRequest;
import systole.style.streaming.fold.FoldingStrategy;

/**
 * What a plan is made for.
 *
 * @param board the target
 * @param clockMhz the clock that times are given for
 * @param builds what is asked for, by engine; it wins over what the network asks for
 * @param strategy chooses the others
 */
public record PlanOptions(Board board, double clockMhz, Map<String, BuildRequest> builds, FoldingStrategy strategy) {
    public PlanOptions {
        builds = Map.copyOf(builds);
        if (!(clockMhz > 0)) {
            throw new IllegalArgumentException("a clock frequency is positive, not " + clockMhz);
        }
    }
}
