package systole.style.streaming.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Searches for the foldings with the shortest latency within bounds, by local search. Neighbours in the network often
 * gain only if they become quicker together. So two kinds of change are tried: one engine is folded differently, or a
 * row of engines is folded to keep up with a common pace at the least charge. Each resource has a charge, which is
 * corrected from round to round.
 */
final class ShortestWay {
    private static final int ROUNDS = 48;
    private static final int PACES = 12;
    /** Up to this number of pairs of foldings, all pairs are tried. */
    private static final int PAIRS = 2000;

    /** The most effort for estimates, without which a network of some hundred layers would take many minutes. */
    private static final long EFFORT = 120_000_000;

    private static final double ROUNDING = 1e-9;

    private final List<List<Candidate>> options;
    private final Passage passage;
    private final List<Long> paces;
    private final double scale;
    private final Charges charges;

    private List<Candidate> best;
    private double bestWay;
    private long effort;

    /** A choice with its times and its charge. */
    private record Try(List<Candidate> chosen, double[][] times, double price) {}

    /** @param start a choice that keeps to the bounds */
    ShortestWay(List<List<Candidate>> options, List<Bound> bounds, Passage passage, List<Candidate> start) {
        this.options = options;
        this.passage = passage;
        this.paces = paces(options);
        this.best = start;
        this.bestWay = passage.latency(start);
        this.scale = bestWay;
        this.charges = new Charges(options, bounds);
    }

    /** The paces to try, in descending order, each at least a quarter below the one before. */
    private static List<Long> paces(List<List<Candidate>> options) {
        List<Long> paces = new ArrayList<>();
        options.stream()
                .flatMap(List::stream)
                .map(Candidate::cycles)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .filter(c -> paces.isEmpty() || c <= 0.8 * paces.get(paces.size() - 1))
                .forEach(paces::add);
        return paces.subList(0, Math.min(PACES, paces.size()));
    }

    List<Candidate> find() {
        List<Candidate> now = best;
        for (int round = 0; round < ROUNDS && !tired(); round++) {
            now = descend(now);
            take(spent(kept(now)));
            charges.correct(now, round);
        }
        if (pairs() <= PAIRS) {
            exchange();
        }
        return best;
    }

    private long pairs() {
        long all = options.stream().mapToLong(List::size).sum();
        return all * all / 2;
    }

    /** Changes the foldings of two engines at once for as long as that shortens the latency. */
    private void exchange() {
        double before = Double.POSITIVE_INFINITY;
        while (bestWay < before) {
            before = bestWay;
            List<Candidate> now = best;
            for (int a = 0; a < options.size(); a++) {
                for (int b = a + 1; b < options.size(); b++) {
                    for (Candidate one : options.get(a)) {
                        for (Candidate other : options.get(b)) {
                            take(with(with(now, a, one), b, other));
                        }
                    }
                }
            }
        }
    }

    /** Keeps a choice if it fits and is better than the best one so far. */
    private void take(List<Candidate> chosen) {
        double way = passage.latency(chosen);
        if (charges.hold(chosen) && way < bestWay - ROUNDING) {
            best = chosen;
            bestWay = way;
        }
    }

    /** The same choice with another folding of one engine. */
    private static List<Candidate> with(List<Candidate> chosen, int engine, Candidate folding) {
        List<Candidate> other = new ArrayList<>(chosen);
        other.set(engine, folding);
        return other;
    }

    /** Whether the search has taken so long that it ends with the best choice so far. */
    private boolean tired() {
        return effort > EFFORT;
    }

    private double[][] times(int first, List<Candidate> chosen, double[][] before) {
        effort += passage.effort(first);
        return passage.from(first, chosen, before);
    }

    private Try attempt(int first, List<Candidate> chosen, double[][] before) {
        double[][] times = times(first, chosen, before);
        return new Try(chosen, times, Passage.end(times) / scale + charges.of(chosen));
    }

    /** Improves a choice until no change of an engine or a row of engines is better at these charges. */
    private List<Candidate> descend(List<Candidate> from) {
        List<List<Candidate>> atPace = paces.stream().map(this::cheapest).toList();
        Try now = attempt(0, from, passage.times(from));
        double before = Double.POSITIVE_INFINITY;
        while (now.price() < before - ROUNDING) {
            before = now.price();
            for (int e = 0; e < options.size() && !tired(); e++) {
                now = folded(e, now);
                for (List<Candidate> pace : atPace) {
                    now = paced(e, pace, now);
                }
            }
        }
        return now.chosen();
    }

    /**
     * For each engine, the folding with the least charge among those that keep up with a pace; if there is none, the
     * quickest.
     */
    private List<Candidate> cheapest(long pace) {
        return options.stream()
                .map(o -> o.stream()
                        .min(Comparator.comparingLong((Candidate f) -> Math.max(pace, f.cycles()))
                                .thenComparingDouble(charges::of))
                        .orElseThrow())
                .toList();
    }

    private Try folded(int engine, Try now) {
        Try better = now;
        for (Candidate folding : options.get(engine)) {
            better = better(better, attempt(engine, with(now.chosen(), engine, folding), now.times()));
        }
        return better;
    }

    /** Folds a row of engines for a pace. The row begins with a given engine, and every possible end is tried. */
    private Try paced(int first, List<Candidate> pace, Try now) {
        Try better = now;
        Try row = now;
        for (int e = first; e < options.size(); e++) {
            if (row.chosen().get(e).cycles() != pace.get(e).cycles()
                    || !row.chosen().get(e).cost().equals(pace.get(e).cost())) {
                row = attempt(e, with(row.chosen(), e, pace.get(e)), row.times());
                better = better(better, row);
            }
        }
        return better;
    }

    private static Try better(Try a, Try b) {
        return b.price() < a.price() - ROUNDING ? b : a;
    }

    /**
     * Folds engines to use fewer resources until the bounds are kept or nothing can be reduced. Each step takes the
     * change that costs the least time for what it saves.
     */
    private List<Candidate> kept(List<Candidate> from) {
        List<Candidate> now = from;
        boolean tighter = true;
        while (tighter && !tired() && !charges.hold(now)) {
            double[][] times = passage.times(now);
            Charges.Excess excess = charges.new Excess(now);
            double least = Double.POSITIVE_INFINITY;
            List<Candidate> next = now;
            for (int e = 0; e < options.size(); e++) {
                for (int o = 0; o < options.get(e).size(); o++) {
                    double gain = excess.isRelievedBy(e, o) ? excess.now() - excess.with(e, o) : 0;
                    if (gain > ROUNDING) {
                        List<Candidate> other = with(now, e, options.get(e).get(o));
                        double rate = (Passage.end(times(e, other, times)) - Passage.end(times)) / gain;
                        if (rate < least) {
                            least = rate;
                            next = other;
                        }
                    }
                }
            }
            tighter = next != now;
            now = next;
        }
        return now;
    }

    /** Spends the resources that are left within the bounds, one engine at a time. */
    private List<Candidate> spent(List<Candidate> from) {
        List<Candidate> now = from;
        boolean quicker = true;
        while (quicker && !tired()) {
            double[][] times = passage.times(now);
            Charges.Excess excess = charges.new Excess(now);
            double way = Passage.end(times);
            List<Candidate> next = now;
            for (int e = 0; e < options.size(); e++) {
                for (int o = 0; o < options.get(e).size(); o++) {
                    if (excess.with(e, o) <= ROUNDING) {
                        List<Candidate> other = with(now, e, options.get(e).get(o));
                        double otherWay = Passage.end(times(e, other, times));
                        if (otherWay < way - ROUNDING) {
                            way = otherWay;
                            next = other;
                        }
                    }
                }
            }
            quicker = next != now;
            now = next;
        }
        return now;
    }
}
