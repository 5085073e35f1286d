package systole.style.streaming.fold;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/**
 * Takes as little of the board as a given latency needs. The sum of the interval and the tails of all engines estimates
 * the latency, and stepping the schedule gives the exact one. The limit on the estimate is corrected until the exact
 * latency is close to the goal.
 *
 * @param microseconds the most that may pass from the first beat in to the last beat out
 */
public record LatencyFolding(double microseconds) implements FoldingStrategy {
    private static final int TRIALS = 6;
    /** The number of intervals at which the lightest choice is looked for. */
    private static final int INTERVALS = 16;
    /** A latency above this share of the goal is close enough, and no further trial is made. */
    private static final double CLOSE = 0.95;

    public LatencyFolding {
        if (!(microseconds > 0)) {
            throw new IllegalArgumentException("a latency is positive, not " + microseconds);
        }
    }

    @Override
    public Choice choose(FoldingTask task) {
        Alternatives alternatives = new Alternatives(task.options(), task.board());
        List<Long> intervals = spread(alternatives.fitting());
        double goal = microseconds * task.clockMhz();
        List<Candidate> chosen = search(task, alternatives, intervals, goal)
                .orElseGet(() -> soonest(task, alternatives, intervals, goal));
        String asked = String.format(Locale.ROOT, "a latency of at most %,d cycles", (long) goal);
        return new Choice(Alternatives.engines(chosen), new Limit.Asked(asked));
    }

    /**
     * The lightest choice found that meets the goal. The difference between schedule and estimate is allowed for in the
     * next trial.
     */
    private static Optional<List<Candidate>> search(
            FoldingTask task, Alternatives alternatives, List<Long> intervals, double goal) {
        Optional<List<Candidate>> best = Optional.empty();
        double allowed = goal;
        double missed = Double.POSITIVE_INFINITY;
        for (int trial = 0; trial < TRIALS; trial++) {
            Optional<List<Candidate>> chosen = lightest(alternatives, intervals, allowed);
            if (chosen.isEmpty()) {
                break;
            }
            double estimate = estimate(chosen.get());
            double latency = latency(task, chosen.get());
            if (latency <= goal) {
                best = lighter(alternatives, best, chosen);
            } else {
                missed = Math.min(missed, estimate);
            }
            double next = Math.min(goal - (latency - estimate), missed - 1);
            if (latency <= goal && (latency >= CLOSE * goal || next <= allowed)) {
                break;
            }
            allowed = next;
        }
        return best;
    }

    private static double latency(FoldingTask task, List<Candidate> chosen) {
        return task.trial().apply(Alternatives.engines(chosen)).latency();
    }

    private static List<Long> spread(List<Long> intervals) {
        int n = Math.min(INTERVALS, intervals.size());
        return IntStream.range(0, n)
                .mapToObj(i -> intervals.get(i * (intervals.size() - 1) / Math.max(1, n - 1)))
                .toList();
    }

    /** The lightest choice whose estimate is within the limit. */
    private static Optional<List<Candidate>> lightest(Alternatives alternatives, List<Long> intervals, double allowed) {
        return intervals.stream()
                .filter(i -> i < allowed)
                .map(i -> alternatives.lightest(i, allowed - i))
                .reduce(Optional.empty(), (a, b) -> lighter(alternatives, a, b));
    }

    private static Optional<List<Candidate>> lighter(
            Alternatives alternatives, Optional<List<Candidate>> a, Optional<List<Candidate>> b) {
        return Stream.of(a, b)
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble((List<Candidate> chosen) -> alternatives.weight(chosen)));
    }

    /**
     * The choice of the shortest latency that is found, at the shortest interval or at any. If it misses the goal as
     * well, the goal is refused.
     */
    private List<Candidate> soonest(FoldingTask task, Alternatives alternatives, List<Long> intervals, double goal) {
        List<Candidate> chosen = Stream.of(intervals.get(0), intervals.get(intervals.size() - 1))
                .distinct()
                .flatMap(i -> alternatives.soonest(i, task.sources()).stream())
                .min(Comparator.comparingDouble(c -> latency(task, c)))
                .orElseThrow();
        double latency = latency(task, chosen);
        if (latency > goal) {
            throw refusal(task, latency, alternatives.limit(intervals.get(0)));
        }
        return chosen;
    }

    private static double estimate(List<Candidate> chosen) {
        return chosen.stream().mapToLong(Candidate::cycles).max().orElse(0)
                + chosen.stream().mapToDouble(Candidate::tail).sum();
    }

    private RefusedException refusal(FoldingTask task, double latency, Limit limit) {
        return RefusedException.of(
                SourceRef.NONE,
                String.format(
                        Locale.ROOT,
                        "a latency of %,.1f us at %s MHz is out of reach on %s: the best found is %,.1f us, %,.0f cycles;"
                                + " of the interval, %s",
                        microseconds,
                        task.clockMhz(),
                        task.board().name(),
                        latency / task.clockMhz(),
                        latency,
                        limit.text()),
                "ask for less, or choose a larger board or a faster clock");
    }
}
