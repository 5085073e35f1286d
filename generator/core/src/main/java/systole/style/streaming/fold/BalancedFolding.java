package systole.style.streaming.fold;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import systole.design.Prediction;

/**
 * Folds the engines so that the design is as fast as the board allows. The slowest engine sets the interval, so the
 * others only need to keep up with it. Bisection finds the shortest interval at which all engines fit the board
 * together. The resources that are left are spent on a shorter latency.
 *
 * <p>Foldings that pad are considered only if they shorten the interval by more than the error of the estimates. There
 * are too many of them to search all for the shortest latency, so only those that the lightest design of that interval
 * has are offered to the search. They are used if the latency does not grow by more than the interval shrinks.
 */
public record BalancedFolding() implements FoldingStrategy {
    @Override
    public Choice choose(FoldingTask task) {
        return choose(new Alternatives(task.options(), task.board()), task);
    }

    /** @param alternatives the alternatives of the task, without foldings that pad */
    static Choice choose(Alternatives alternatives, FoldingTask task) {
        long interval = alternatives.fitting().get(0);
        long goal = (long) (interval * PaddedFoldings.WORTH);
        Alternatives near = withPadded(alternatives, task, goal);
        if (!near.fits(goal)) {
            return choose(alternatives, task, interval);
        }
        // Neither search needs the other's result, and each takes seconds for a network of some hundred layers.
        CompletableFuture<Choice> other = CompletableFuture.supplyAsync(() -> choose(alternatives, task, interval));
        Choice padded = padded(task, near, goal);
        Choice dividing = other.join();
        return time(task, padded) < time(task, dividing) ? padded : dividing;
    }

    /**
     * The choice at the shortest interval with padded foldings, given those near an interval that fits. If a shorter
     * interval fits, the search is repeated, because other padded foldings lie near that one.
     */
    private static Choice padded(FoldingTask task, Alternatives near, long fits) {
        long interval = near.fitting(fits).get(0);
        if (interval < fits) {
            return padded(task, withPadded(near, task, interval), interval);
        }
        List<Candidate> needed = near.lightest(interval).orElseThrow();
        FoldingTask few = task.withPadded(Alternatives.engines(needed));
        return choose(near.of(few), few, interval);
    }

    /** One figure for both: the product of interval and latency. */
    private static double time(FoldingTask task, Choice choice) {
        Prediction prediction = task.trial().apply(choice.engines());
        return prediction.interval() * prediction.latency();
    }

    private static Alternatives withPadded(Alternatives others, FoldingTask task, long interval) {
        return others.of(task.withPadded(interval / PaddedFoldings.REACH, interval));
    }

    private static Choice choose(Alternatives alternatives, FoldingTask task, long interval) {
        List<Candidate> chosen = alternatives.soonest(interval, task.sources()).orElseThrow();
        return new Choice(Alternatives.engines(chosen), alternatives.limit(interval));
    }
}
