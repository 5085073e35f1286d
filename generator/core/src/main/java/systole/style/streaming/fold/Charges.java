package systole.style.streaming.fold;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/** What foldings take of what bounds allow, as shares, and what is charged for it. */
final class Charges {
    private static final double FIRST = 0.1;
    private static final double LEAST = 1e-3;
    private static final double STEEPNESS = 4;

    private final List<Bound> bounds;
    /** By option, compared as objects, for an engine is large. */
    private final IdentityHashMap<Candidate, double[]> shares = new IdentityHashMap<>();

    private final double[] charges;

    Charges(List<Bound> bounds) {
        this.bounds = bounds;
        this.charges = new double[bounds.size()];
        Arrays.fill(charges, FIRST);
    }

    private double[] shares(Candidate folding) {
        return shares.computeIfAbsent(folding, f -> bounds.stream()
                .mapToDouble(b -> b.of(f) == 0 ? 0 : b.of(f) / b.most())
                .toArray());
    }

    boolean hold(List<Candidate> chosen) {
        return bounds.stream().allMatch(b -> b.holds(chosen));
    }

    private double[] load(List<Candidate> chosen) {
        double[] load = new double[charges.length];
        for (Candidate folding : chosen) {
            double[] share = shares(folding);
            for (int b = 0; b < load.length; b++) {
                load[b] += share[b];
            }
        }
        return load;
    }

    /** What is charged for a choice. */
    double of(List<Candidate> chosen) {
        return charge(load(chosen));
    }

    double of(Candidate folding) {
        return charge(shares(folding));
    }

    private double charge(double[] load) {
        double charge = 0;
        for (int b = 0; b < load.length; b++) {
            charge += charges[b] * load[b];
        }
        return charge;
    }

    /** What is taken beyond what is allowed. */
    double excess(List<Candidate> chosen) {
        return Arrays.stream(load(chosen)).map(l -> Math.max(0, l - 1)).sum();
    }

    /** More for what is overdrawn, less for what is left; less and less so. */
    void correct(List<Candidate> chosen, int round) {
        double[] load = load(chosen);
        for (int b = 0; b < charges.length; b++) {
            charges[b] = Math.max(LEAST, charges[b] * Math.exp(STEEPNESS * (load[b] - 1) / Math.sqrt(1 + round)));
        }
    }
}
