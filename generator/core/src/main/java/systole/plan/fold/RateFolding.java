package systole.plan.fold;

import java.util.List;
import java.util.Locale;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.plan.unit.Engine;

/**
 * As little of the board as a frame rate needs.
 *
 * @param framesPerSecond at least
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
        List<Long> quick =
                alternatives.fitting().stream().filter(i -> i <= goal).toList();
        for (int i = quick.size() - 1; i >= 0; i--) {
            List<Engine> chosen =
                    Alternatives.engines(alternatives.lightest(quick.get(i)).orElseThrow());
            if (task.trial().apply(chosen).interval() <= goal) {
                String asked = String.format(Locale.ROOT, "an interval of at most %,d cycles", (long) goal);
                return new Choice(chosen, new Limit.Asked(asked));
            }
        }
        throw refusal(task, alternatives, goal);
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
