package systole.style.streaming.fold;

import java.util.List;
import systole.design.Prediction;

/**
 * As fast as the board allows. The slowest engine sets the interval, so the others need only keep up with it; the
 * interval is the shortest whose engines fit the board together, found by bisection. What room is left shortens the way
 * through.
 *
 * <p>Foldings that pad are for an interval that is shorter with them by more than estimates are off: those that the
 * lightest design of that interval has, for they are too many to look for the shortest way among all of them. They are
 * taken if the latency does not grow by more than the interval shrinks.
 */
public final class BalancedFolding implements FoldingStrategy {
    @Override
    public Choice choose(FoldingTask task) {
        return choose(new Alternatives(task.options(), task.board()), task);
    }

    /** @param alternatives the task's, without padded ones */
    static Choice choose(Alternatives alternatives, FoldingTask task) {
        long interval = alternatives.fitting().get(0);
        Choice dividing = choose(alternatives, task, interval);
        long goal = (long) (interval * PaddedFoldings.WORTH);
        Alternatives near = withPadded(task, goal);
        if (!near.fits(goal)) {
            return dividing;
        }
        Choice padded = padded(task, near, goal);
        return time(task, padded) < time(task, dividing) ? padded : dividing;
    }

    /** At the shortest interval with padded foldings, given those near one that fits: near a shorter one there are others. */
    private static Choice padded(FoldingTask task, Alternatives near, long fits) {
        long interval = near.fitting(fits).get(0);
        if (interval < fits) {
            return padded(task, withPadded(task, interval), interval);
        }
        List<Candidate> needed = near.lightest(interval).orElseThrow();
        FoldingTask few = task.withPadded(Alternatives.engines(needed));
        return choose(new Alternatives(few.options(), few.board()), few, interval);
    }

    /** Interval and latency at once. */
    private static double time(FoldingTask task, Choice choice) {
        Prediction prediction = task.trial().apply(choice.engines());
        return prediction.interval() * prediction.latency();
    }

    private static Alternatives withPadded(FoldingTask task, long interval) {
        FoldingTask padded = task.withPadded(interval / PaddedFoldings.REACH, interval);
        return new Alternatives(padded.options(), padded.board());
    }

    private static Choice choose(Alternatives alternatives, FoldingTask task, long interval) {
        List<Candidate> chosen = alternatives.soonest(interval, task.sources()).orElseThrow();
        return new Choice(Alternatives.engines(chosen), alternatives.limit(interval));
    }
}
