package systole.plan.fold;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.plan.unit.Cost;
import systole.plan.unit.Engine;
import systole.target.board.Board;

/** All foldings of all engines, and the best choices among them for a board at a given interval. */
final class Alternatives {
    private static final double TIE = 0.01;

    private final List<List<Folding>> foldings;
    private final Budget budget;
    private final Map<Long, Optional<List<Folding>>> lightest = new HashMap<>();

    Alternatives(List<List<Engine>> options, Board board) {
        this.foldings =
                options.stream().map(o -> o.stream().map(Folding::of).toList()).toList();
        this.budget = new Budget(board);
    }

    /** All intervals that the slowest engine may set, ascending. */
    List<Long> intervals() {
        long least = foldings.stream().mapToLong(Alternatives::quickest).max().orElse(0);
        return foldings.stream()
                .flatMap(List::stream)
                .map(Folding::cycles)
                .filter(cycles -> cycles >= least)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Those of the intervals that engines keep up with which fit together, found by bisection.
     *
     * @throws RefusedException if there are none
     */
    List<Long> fitting() {
        return fitting(intervals());
    }

    /** Those among the intervals up to the given one, which is known to fit. */
    List<Long> fitting(long most) {
        return fitting(intervals().stream().filter(i -> i <= most).toList());
    }

    private List<Long> fitting(List<Long> intervals) {
        int low = 0;
        int high = intervals.size() - 1;
        if (!fits(intervals.get(high))) {
            throw refusal();
        }
        while (low < high) {
            int middle = (low + high) / 2;
            if (fits(intervals.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return intervals.subList(high, intervals.size());
    }

    /** True if there is a choice that fits, however slow. */
    boolean fit() {
        List<Long> intervals = intervals();
        return fits(intervals.get(intervals.size() - 1));
    }

    private static long quickest(List<Folding> options) {
        return options.stream().mapToLong(Folding::cycles).min().orElseThrow();
    }

    /** True if there is a choice that fits and keeps up with an interval. */
    boolean fits(long interval) {
        return lightest(interval).isPresent();
    }

    /** The lightest foldings that keep up with an interval and fit together. */
    Optional<List<Folding>> lightest(long interval) {
        return lightest.computeIfAbsent(interval, i -> budget.cheapest(useful(i), budget.most(), budget::weight));
    }

    /** The same, whose frames take at most so many cycles behind the interval. */
    Optional<List<Folding>> lightest(long interval, double tail) {
        List<Bound> bounds = budget.bounds();
        bounds.add(new Bound(Folding::tail, tail));
        return Selection.cheapest(useful(interval), bounds, this::weight, new BranchAndBound(bounds, this::weight));
    }

    /** The foldings that keep up with an interval, fit together, and whose frames are through soonest; by search. */
    Optional<List<Folding>> soonest(long interval, List<List<Integer>> sources) {
        List<Engine> engines = foldings.stream().map(o -> o.get(0).engine()).toList();
        List<List<Folding>> swift =
                foldings.stream().map(o -> Folding.swift(o, interval)).toList();
        return start(interval)
                .map(start -> new ShortestWay(swift, budget.bounds(), new Passage(engines, sources), start).find());
    }

    /** Short tails, as far as they are found without a search; otherwise the lightest. */
    private Optional<List<Folding>> start(long interval) {
        return Selection.found(useful(interval), budget.bounds(), f -> f.tail() / interval + TIE * weight(f))
                .or(() -> lightest(interval));
    }

    double weight(Folding folding) {
        return budget.weight(folding.cost());
    }

    double weight(List<Folding> chosen) {
        return chosen.stream().mapToDouble(this::weight).sum();
    }

    private List<List<Folding>> useful(long interval) {
        return foldings.stream().map(o -> Folding.useful(o, interval)).toList();
    }

    /** What keeps the engines from the next shorter interval. */
    Limit limit(long shortest) {
        return intervals().stream()
                .filter(i -> i < shortest)
                .reduce((a, b) -> b)
                .map(this::full)
                .orElseGet(this::unfolded);
    }

    /** One of the resources if more of one is enough, otherwise all that lack. */
    private Limit full(long interval) {
        List<List<Folding>> useful = useful(interval);
        return Arrays.stream(Resource.values())
                .flatMap(r -> least(r, useful).stream())
                .min(Comparator.comparingDouble(need -> (double) need.need() / need.planned()))
                .<Limit>map(need -> new Limit.Full(interval, List.of(need)))
                .orElseGet(() -> new Limit.Full(interval, budget.excess(cost(cheapest(useful, this::weight)))));
    }

    /** How little of a resource will do, if the others are kept to. */
    private Optional<Limit.Need> least(Resource resource, List<List<Folding>> useful) {
        return budget.cheapest(useful, budget.mostWithout(resource), resource::of)
                .map(chosen -> new Limit.Need(resource, resource.of(cost(chosen)), planned(resource)));
    }

    private int planned(Resource resource) {
        return resource.of(budget.most());
    }

    /** The engine that no folding makes quicker than the others let it be. */
    private Limit unfolded() {
        return foldings.stream()
                .max(Comparator.comparingLong(Alternatives::quickest))
                .map(o -> new Limit.Unfolded(o.get(0).engine().name()))
                .orElseThrow();
    }

    /** What the lightest foldings take. */
    Cost least() {
        return cost(cheapest(foldings, this::weight));
    }

    private RefusedException refusal() {
        return RefusedException.of(
                SourceRef.NONE,
                "the network does not fit " + budget.board().name() + " even at its least folding: it needs "
                        + budget.describe(least()),
                "choose a larger board or a smaller network");
    }

    private static List<Folding> cheapest(List<List<Folding>> options, ToDoubleFunction<Folding> price) {
        return options.stream().map(o -> Folding.cheapest(o, price)).toList();
    }

    private static Cost cost(List<Folding> chosen) {
        return chosen.stream().map(Folding::cost).reduce(Cost.NONE, Cost::plus);
    }

    static List<Engine> engines(List<Folding> chosen) {
        return chosen.stream().map(Folding::engine).toList();
    }
}
