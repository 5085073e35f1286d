package systole.plan.fold;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import systole.board.Board;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.plan.unit.Cost;
import systole.plan.unit.Engine;

/**
 * Balances the engines: the slowest sets the interval, so every engine takes the cheapest folding that keeps up with
 * it. The interval is the shortest whose engines fit the board together, found by bisection.
 */
public final class BalancedFolding implements FoldingStrategy {
    private static final double TIE = 0.01;

    @Override
    public List<Engine> choose(List<List<Engine>> options, Board board) {
        List<List<Folding>> foldings =
                options.stream().map(o -> o.stream().map(Folding::of).toList()).toList();
        List<Long> intervals = intervals(foldings);
        Budget budget = new Budget(board);
        int low = 0;
        int high = intervals.size() - 1;
        List<Engine> best = lightest(foldings, intervals.get(high), budget)
                .orElseThrow(() -> refusal(foldings, intervals.get(intervals.size() - 1), budget));
        while (low < high) {
            int middle = (low + high) / 2;
            Optional<List<Engine>> found = lightest(foldings, intervals.get(middle), budget);
            if (found.isPresent()) {
                best = found.get();
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return quickest(foldings, intervals.get(high), budget).orElse(best);
    }

    /** All that the slowest engine may set, ascending. */
    private static List<Long> intervals(List<List<Folding>> foldings) {
        long least = foldings.stream()
                .mapToLong(o -> o.stream().mapToLong(Folding::cycles).min().orElseThrow())
                .max()
                .orElse(0);
        return foldings.stream()
                .flatMap(List::stream)
                .map(Folding::cycles)
                .filter(cycles -> cycles >= least)
                .distinct()
                .sorted()
                .toList();
    }

    /** The lightest foldings that keep up with an interval and fit together. */
    private static Optional<List<Engine>> lightest(List<List<Folding>> foldings, long interval, Budget budget) {
        List<List<Folding>> useful =
                foldings.stream().map(o -> Folding.useful(o, interval)).toList();
        return Selection.cheapest(useful, budget, f -> budget.weight(f.cost()))
                .map(chosen -> chosen.stream().map(Folding::engine).toList());
    }

    /** The foldings that keep up with an interval, fit together, and have the shortest way through. */
    private static Optional<List<Engine>> quickest(List<List<Folding>> foldings, long interval, Budget budget) {
        List<List<Folding>> useful =
                foldings.stream().map(o -> Folding.useful(o, interval)).toList();
        return Selection.cheapest(useful, budget, f -> f.tail() / interval + TIE * budget.weight(f.cost()))
                .map(chosen -> chosen.stream().map(Folding::engine).toList());
    }

    private static RefusedException refusal(List<List<Folding>> foldings, long interval, Budget budget) {
        Cost cost = foldings.stream()
                .map(o -> Folding.useful(o, interval).stream()
                        .map(Folding::cost)
                        .min(Comparator.comparingDouble(budget::weight))
                        .orElseThrow())
                .reduce(Cost.NONE, Cost::plus);
        return RefusedException.of(
                SourceRef.NONE,
                "the network does not fit " + budget.describe(cost),
                "choose a larger board or a smaller network");
    }
}
