package systole.style.streaming.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Selects one folding of each engine, so that all together keep to some bounds and are as cheap as possible. This is a
 * multiple-choice knapsack problem.
 */
final class Selection {
    /** Chooses among the options that are left. */
    interface Search {
        /** The share by which a choice may be dearer than the cheapest one. */
        default double gap() {
            return 0;
        }

        /** The cheapest choice; empty if none keeps to the bounds. */
        Optional<List<Candidate>> cheapest(List<List<Candidate>> options);
    }

    private final List<List<Candidate>> options;
    private final List<Bound> bounds;
    private final ToDoubleFunction<Candidate> price;
    private final Search search;

    private Selection(
            List<List<Candidate>> options, List<Bound> bounds, ToDoubleFunction<Candidate> price, Search search) {
        this.options = options;
        this.bounds = bounds;
        this.price = price;
        this.search = search;
    }

    /**
     * The foldings with the least sum of prices, which must not be negative. Empty if no foldings keep to the bounds
     * together.
     *
     * @param options the foldings of each engine
     * @param search a search with the same bounds and prices
     */
    static Optional<List<Candidate>> cheapest(
            List<List<Candidate>> options, List<Bound> bounds, ToDoubleFunction<Candidate> price, Search search) {
        List<List<Candidate>> possible = possible(options, bounds);
        if (possible.stream().anyMatch(List::isEmpty)) {
            return Optional.empty();
        }
        List<Candidate> free =
                possible.stream().map(o -> Candidate.cheapest(o, price)).toList();
        if (bounds.stream().allMatch(b -> b.holds(free))) {
            return Optional.of(free);
        }
        return new Selection(possible, bounds, price, search).cheapest();
    }

    /** Foldings that keep to the bounds and cost little, if the relaxation comes across any. */
    static Optional<List<Candidate>> found(
            List<List<Candidate>> options, List<Bound> bounds, ToDoubleFunction<Candidate> price) {
        return cheapest(options, bounds, price, candidates -> Optional.empty());
    }

    /**
     * Removes the foldings that leave too little for the smallest foldings of the others, until there are no such
     * foldings.
     */
    private static List<List<Candidate>> possible(List<List<Candidate>> options, List<Bound> bounds) {
        List<List<Candidate>> now = options;
        List<List<Candidate>> before = List.of();
        while (!now.equals(before) && now.stream().noneMatch(List::isEmpty)) {
            before = now;
            for (Bound bound : bounds) {
                now = bound.possible(now);
                if (now.stream().anyMatch(List::isEmpty)) {
                    return now;
                }
            }
        }
        return now;
    }

    private Optional<List<Candidate>> cheapest() {
        Relaxation relaxed = relaxed();
        if (relaxed.impossible()) {
            return Optional.empty();
        }
        Optional<List<Candidate>> found = relaxed.found().map(this::foldings);
        List<List<Candidate>> candidates = candidates(relaxed);
        if (candidates.stream().anyMatch(List::isEmpty)) {
            return found;
        }
        return Stream.concat(search.cheapest(candidates).stream(), found.stream())
                .min(Comparator.comparingDouble(this::price));
    }

    private List<List<Candidate>> candidates(Relaxation relaxed) {
        List<List<Integer>> places = relaxed.candidates(search.gap());
        List<List<Candidate>> candidates = new ArrayList<>();
        for (int e = 0; e < places.size(); e++) {
            candidates.add(places.get(e).stream().map(options.get(e)::get).toList());
        }
        return candidates;
    }

    private double price(List<Candidate> chosen) {
        return chosen.stream().mapToDouble(price).sum();
    }

    private Relaxation relaxed() {
        double[][] prices = options.stream()
                .map(o -> o.stream().mapToDouble(price).toArray())
                .toArray(double[][]::new);
        double[][][] shares = options.stream()
                .map(o -> o.stream().map(this::shares).toArray(double[][]::new))
                .toArray(double[][][]::new);
        return new Relaxation(prices, shares, bounds.size());
    }

    private double[] shares(Candidate folding) {
        return bounds.stream()
                .mapToDouble(b -> b.of(folding) == 0 ? 0 : b.of(folding) / b.most())
                .toArray();
    }

    private List<Candidate> foldings(int[] choice) {
        List<Candidate> foldings = new ArrayList<>();
        for (int e = 0; e < choice.length; e++) {
            foldings.add(options.get(e).get(choice[e]));
        }
        return foldings;
    }
}
