package systole.plan.fold;

import java.util.List;

/**
 * As fast as the board allows. The slowest engine sets the interval, so the others need only keep up with it; the
 * interval is the shortest whose engines fit the board together, found by bisection. What room is left shortens the way
 * through.
 */
public final class BalancedFolding implements FoldingStrategy {
    @Override
    public Choice choose(FoldingTask task) {
        return choose(new Alternatives(task.options(), task.board()), task);
    }

    static Choice choose(Alternatives alternatives, FoldingTask task) {
        long interval = alternatives.fitting().get(0);
        List<Folding> chosen = alternatives.soonest(interval, task.sources()).orElseThrow();
        return new Choice(Alternatives.engines(chosen), alternatives.limit(interval));
    }
}
