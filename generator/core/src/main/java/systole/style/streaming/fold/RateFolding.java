package systole.style.streaming.fold;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/**
 * Takes as little of the board as a given frame rate needs. Foldings that pad are used if they make the design lighter
 * by more than the error of the estimates.
 *
 * @param framesPerSecond the least rate
 */
public record RateFolding(double framesPerSecond) implements FoldingStrategy {
    public RateFolding {
        if (!(framesPerSecond > 0)) {
            throw new IllegalArgumentException("a frame rate is positive, not " + framesPerSecond);
        }
    }

    @Override
    public Choice choose(FoldingTask task) {
        Alternatives alternatives = new Alternatives(task.options(), task.board());
        double goal = task.clockMhz() * 1e6 / framesPerSecond;
        Optional<List<Candidate>> dividing = lightest(task, alternatives, alternatives.fitting(), goal);
        Optional<List<Candidate>> chosen = lighter(task, alternatives, dividing, goal);
        if (chosen.isEmpty()) {
            throw refusal(task, alternatives, goal);
        }
        String asked = String.format(Locale.ROOT, "an interval of at most %,d cycles", (long) goal);
        return new Choice(Alternatives.engines(chosen.get()), new Limit.Asked(asked));
    }

    /** The lightest choice whose schedule meets the goal. */
    private static Optional<List<Candidate>> lightest(
            FoldingTask task, Alternatives alternatives, List<Long> fitting, double goal) {
        List<Long> quick = fitting.stream().filter(i -> i <= goal).toList();
        for (int i = quick.size() - 1; i >= 0; i--) {
            List<Candidate> chosen = alternatives.lightest(quick.get(i)).orElseThrow();
            if (task.trial().apply(Alternatives.engines(chosen)).interval() <= goal) {
                return Optional.of(chosen);
            }
        }
        return Optional.empty();
    }

    /**
     * A choice with foldings that pad, if it is lighter by more than the error of the estimates or if nothing else
     * meets the goal.
     */
    private static Optional<List<Candidate>> lighter(
            FoldingTask task, Alternatives others, Optional<List<Candidate>> dividing, double goal) {
        long most = (long) goal;
        FoldingTask with = task.withPadded(most / PaddedFoldings.REACH, most);
        Alternatives alternatives = others.of(with);
        double worth = dividing.map(alternatives::weight).orElse(Double.POSITIVE_INFINITY) * PaddedFoldings.WORTH;
        if (alternatives
                .lightest(most)
                .filter(c -> alternatives.weight(c) <= worth)
                .isEmpty()) {
            return dividing;
        }
        return lightest(task, alternatives, alternatives.fitting(most), goal)
                .filter(c -> alternatives.weight(c) <= worth)
                .or(() -> dividing);
    }

    private RefusedException refusal(FoldingTask task, Alternatives alternatives, double goal) {
        Choice fastest = BalancedFolding.choose(alternatives, task);
        double interval = task.trial().apply(fastest.engines()).interval();
        return RefusedException.of(
                SourceRef.NONE,
                String.format(
                        Locale.ROOT,
                        "%,.1f frames/s at %s MHz, %,d cycles a frame, are out of reach on %s:"
                                + " the best is %,.1f, %,.0f cycles; %s",
                        framesPerSecond,
                        task.clockMhz(),
                        (long) goal,
                        task.board().name(),
                        task.clockMhz() * 1e6 / interval,
                        interval,
                        fastest.limit().text()),
                "ask for less, or choose a larger board or a faster clock");
    }
}
