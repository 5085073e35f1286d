package systole.style.streaming.fold;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.engine.Engine;
import systole.target.board.Board;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

/** All foldings of all engines, and the best choices among them for a board at a given interval. */
final class Alternatives {
    private static final double TIE = 0.01;

    private final List<List<Candidate>> foldings;
    /** The foldings by engine. Engines are compared by identity, because comparing them by value is slow. */
    private final Map<Engine, Candidate> known;

    private final Budget budget;
    /** The foldings that are worth a look at an interval. */
    private final Map<Long, List<List<Candidate>>> useful;

    private final Map<Long, Optional<List<Candidate>>> lightest = new HashMap<>();

    Alternatives(List<List<Engine>> options, Board board) {
        this(options, board, new IdentityHashMap<>());
    }

    private Alternatives(List<List<Engine>> options, Board board, Map<Engine, Candidate> known) {
        this(
                options.stream()
                        .map(o -> o.stream()
                                .map(engine -> known.computeIfAbsent(engine, Candidate::of))
                                .toList())
                        .toList(),
                new Budget(board),
                known,
                new HashMap<>());
    }

    private Alternatives(
            List<List<Candidate>> foldings,
            Budget budget,
            Map<Engine, Candidate> known,
            Map<Long, List<List<Candidate>>> useful) {
        this.foldings = foldings;
        this.budget = budget;
        this.known = known;
        this.useful = useful;
    }

    /** The same foldings on another board whose blocks are of the same kinds. */
    Alternatives on(Board board) {
        return new Alternatives(foldings, new Budget(board), known, useful);
    }

    /** The alternatives of a task for the same board, many of whose engines are among these. */
    Alternatives of(FoldingTask task) {
        return new Alternatives(task.options(), task.board(), known);
    }

    /** All intervals that the slowest engine may set, in ascending order. */
    List<Long> intervals() {
        long least = foldings.stream().mapToLong(Alternatives::quickest).max().orElse(0);
        return foldings.stream()
                .flatMap(List::stream)
                .map(Candidate::cycles)
                .filter(cycles -> cycles >= least)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The intervals for which there are foldings that keep up with them and fit the board together. Bisection finds
     * them.
     *
     * @throws RefusedException if there are none
     */
    List<Long> fitting() {
        return fitting(intervals());
    }

    /** The same among the intervals up to a given one, which is known to fit. */
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

    /** True if there is a choice that fits, at any speed. */
    boolean fit() {
        List<Long> intervals = intervals();
        return fits(intervals.get(intervals.size() - 1));
    }

    private static long quickest(List<Candidate> options) {
        return options.stream().mapToLong(Candidate::cycles).min().orElseThrow();
    }

    /** True if there is a choice that fits and keeps up with an interval. */
    boolean fits(long interval) {
        return lightest(interval).isPresent();
    }

    /** The lightest foldings that keep up with an interval and fit together. */
    Optional<List<Candidate>> lightest(long interval) {
        return lightest.computeIfAbsent(interval, i -> budget.cheapest(useful(i), budget.most(), budget::weight));
    }

    /** The same, but a frame may need at most {@code tail} cycles beyond the interval. */
    Optional<List<Candidate>> lightest(long interval, double tail) {
        List<Bound> bounds = budget.bounds(foldings);
        bounds.add(new Bound(Candidate::tail, tail));
        return Selection.cheapest(useful(interval), bounds, this::weight, new BranchAndBound(bounds, this::weight));
    }

    /**
     * Searches for the foldings with the shortest latency among those that keep up with an interval and fit together.
     */
    Optional<List<Candidate>> soonest(long interval, List<List<Integer>> sources) {
        List<Engine> engines = foldings.stream().map(o -> o.get(0).engine()).toList();
        List<List<Candidate>> swift =
                foldings.stream().map(o -> Candidate.swift(o, interval)).toList();
        return start(interval)
                .map(start ->
                        new ShortestWay(swift, budget.bounds(foldings), new Passage(engines, sources), start).find());
    }

    /**
     * The start of that search: foldings with short tails if they are found without a search, otherwise the lightest
     * ones.
     */
    private Optional<List<Candidate>> start(long interval) {
        return Selection.found(useful(interval), budget.bounds(foldings), f -> f.tail() / interval + TIE * weight(f))
                .or(() -> lightest(interval));
    }

    double weight(Candidate folding) {
        return budget.weight(folding.cost());
    }

    double weight(List<Candidate> chosen) {
        return chosen.stream().mapToDouble(this::weight).sum();
    }

    private List<List<Candidate>> useful(long interval) {
        return useful.computeIfAbsent(
                interval,
                i -> foldings.stream().map(o -> Candidate.useful(o, i)).toList());
    }

    /** What keeps the engines from the next shorter interval. */
    Limit limit(long shortest) {
        return intervals().stream()
                .filter(i -> i < shortest)
                .reduce((a, b) -> b)
                .map(this::full)
                .orElseGet(this::unfolded);
    }

    /** Names a single resource if more of that one would be enough, otherwise all resources that are short. */
    private Limit full(long interval) {
        List<List<Candidate>> useful = useful(interval);
        return Budget.kinds(useful).stream()
                .flatMap(r -> least(r, useful).stream())
                .min(Comparator.comparingDouble(need -> (double) need.need() / need.planned()))
                .<Limit>map(need -> new Limit.Full(interval, List.of(need)))
                .orElseGet(() -> new Limit.Full(interval, budget.excess(cost(cheapest(useful, this::weight)))));
    }

    /** The least amount of one resource that is enough while the others stay within their limits. */
    private Optional<Limit.Need> least(ResourceKind resource, List<List<Candidate>> useful) {
        return budget.cheapest(useful, budget.mostWithout(resource), cost -> cost.of(resource))
                .map(chosen -> new Limit.Need(resource, cost(chosen).of(resource), budget.most(resource)));
    }

    /** The engine that has no folding quick enough for a shorter interval. */
    private Limit unfolded() {
        return foldings.stream()
                .max(Comparator.comparingLong(Alternatives::quickest))
                .map(o -> new Limit.Unfolded(o.get(0).engine().name()))
                .orElseThrow();
    }

    /** The resources that the lightest foldings need. */
    ResourceVector least() {
        return cost(cheapest(foldings, this::weight));
    }

    private RefusedException refusal() {
        return RefusedException.of(
                SourceRef.NONE,
                "the network does not fit " + budget.board().name() + " even at its least folding: it needs "
                        + budget.describe(least()),
                "choose a larger board or a smaller network");
    }

    private static List<Candidate> cheapest(List<List<Candidate>> options, ToDoubleFunction<Candidate> price) {
        return options.stream().map(o -> Candidate.cheapest(o, price)).toList();
    }

    private static ResourceVector cost(List<Candidate> chosen) {
        return chosen.stream().map(Candidate::cost).reduce(ResourceVector.NONE, ResourceVector::plus);
    }

    static List<Engine> engines(List<Candidate> chosen) {
        return chosen.stream().map(Candidate::engine).toList();
    }
}
