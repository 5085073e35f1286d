package systole.style.streaming.fold;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/** The shares of the bounds that foldings take, and the charges for these shares. */
final class Charges {
    private static final double FIRST = 0.1;
    private static final double LEAST = 1e-3;
    private static final double STEEPNESS = 4;

    private final List<Bound> bounds;
    /** The shares of each option. Options are compared by identity, because comparing engines by value is slow. */
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

    /** The charge for a choice. */
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

    /** The sum of the shares by which a choice exceeds its bounds. */
    double excess(List<Candidate> chosen) {
        return Arrays.stream(load(chosen)).map(l -> Math.max(0, l - 1)).sum();
    }

    /**
     * Raises the charge for every bound that is exceeded, and lowers it for the others. The corrections become smaller
     * with each round.
     */
    void correct(List<Candidate> chosen, int round) {
        double[] load = load(chosen);
        for (int b = 0; b < charges.length; b++) {
            charges[b] = Math.max(LEAST, charges[b] * Math.exp(STEEPNESS * (load[b] - 1) / Math.sqrt(1 + round)));
        }
    }
}
