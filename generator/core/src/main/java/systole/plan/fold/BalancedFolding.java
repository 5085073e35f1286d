package systole.plan.fold;

import java.util.Comparator;
import java.util.List;
import systole.board.Board;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.plan.unit.Cost;
import systole.plan.unit.Engine;
import systole.plan.unit.WindowedEngine;

/**
 * Balances the engines: the slowest sets the interval, so every engine takes the cheapest folding that keeps up with
 * it. The interval is the shortest whose engines fit the board together, found by bisection.
 */
public final class BalancedFolding implements FoldingStrategy {
    /** Share of a board's LUTs to plan for; the rest is for routing and what is around the core. */
    private static final double LUT_SHARE = 0.7;

    @Override
    public List<Engine> choose(List<List<Engine>> options, Board board) {
        List<Long> intervals = options.stream()
                .flatMap(List::stream)
                .map(Engine::cycles)
                .distinct()
                .sorted()
                .toList();
        long least = options.stream()
                .mapToLong(o -> o.stream().mapToLong(Engine::cycles).min().orElseThrow())
                .max()
                .orElse(0);
        int low = intervals.indexOf(least);
        int high = intervals.size() - 1;
        List<Engine> slowest = cheapest(options, board, intervals.get(high));
        Cost cost = total(slowest);
        if (!fits(cost, board)) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    "the network does not fit " + board.name() + " even at its least folding: it needs " + cost.dsp()
                            + " of " + board.dsp() + " DSP slices, about " + cost.lut() + " of " + board.lut()
                            + " LUTs and " + cost.ramb18() + " of " + 2 * board.ramb36() + " RAMB18",
                    "choose a larger board or a smaller network");
        }
        while (low < high) {
            int middle = (low + high) / 2;
            if (fits(total(cheapest(options, board, intervals.get(middle))), board)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return cheapest(options, board, intervals.get(high));
    }

    private static List<Engine> cheapest(List<List<Engine>> options, Board board, long interval) {
        return options.stream()
                .map(o -> o.stream()
                        .filter(e -> e.cycles() <= interval)
                        .min(Comparator.comparingDouble(e -> weight(cost(e), board)))
                        .orElseThrow())
                .toList();
    }

    private static Cost total(List<Engine> engines) {
        return engines.stream().map(BalancedFolding::cost).reduce(Cost.NONE, Cost::plus);
    }

    /** The cost with a ring as large as the storage pass will make it, about. */
    private static Cost cost(Engine engine) {
        if (engine instanceof WindowedEngine w && !w.passes().direct()) {
            return w.withRing(w.passes().leastRing() + w.passes().window().inW())
                    .cost();
        }
        return engine.cost();
    }

    private static double weight(Cost cost, Board board) {
        return (double) cost.dsp() / board.dsp()
                + cost.lut() / (LUT_SHARE * board.lut())
                + cost.ramb18() / (2.0 * board.ramb36());
    }

    private static boolean fits(Cost cost, Board board) {
        return cost.dsp() <= board.dsp()
                && cost.lut() <= LUT_SHARE * board.lut()
                && cost.ramb18() <= 2 * board.ramb36();
    }
}
