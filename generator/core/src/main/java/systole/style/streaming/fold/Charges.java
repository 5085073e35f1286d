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

    /** The shares of the options of each engine, in their order. */
    private final double[][][] ofOptions;

    private final double[] charges;

    Charges(List<List<Candidate>> options, List<Bound> bounds) {
        this.bounds = bounds;
        this.ofOptions = options.stream()
                .map(o -> o.stream().map(this::shares).toArray(double[][]::new))
                .toArray(double[][][]::new);
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
            add(load, shares(folding));
        }
        return load;
    }

    private static void add(double[] load, double[] share) {
        for (int b = 0; b < load.length; b++) {
            load[b] += share[b];
        }
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

    /** The sum of the shares by which a choice exceeds its bounds, and by which it would with another option of an engine. */
    final class Excess {
        private final double[][] shares;
        /** The loads of the engines before each one. */
        private final double[][] before;

        private final double now;

        Excess(List<Candidate> chosen) {
            shares = chosen.stream().map(Charges.this::shares).toArray(double[][]::new);
            before = new double[shares.length + 1][charges.length];
            for (int e = 0; e < shares.length; e++) {
                before[e + 1] = before[e].clone();
                add(before[e + 1], shares[e]);
            }
            now = of(before[shares.length]);
        }

        double now() {
            return now;
        }

        /** True if an option of an engine takes less of a bound that is exceeded. */
        boolean isRelievedBy(int engine, int option) {
            double[] share = ofOptions[engine][option];
            double[] load = before[shares.length];
            for (int b = 0; b < load.length; b++) {
                if (load[b] > 1 && share[b] < shares[engine][b]) {
                    return true;
                }
            }
            return false;
        }

        /**
         * The excess with another option of an engine. All shares are added up anew in the order of the engines, because
         * sums of doubles that are corrected instead are rounded in another way, which changes plans.
         */
        double with(int engine, int option) {
            double[] load = before[engine].clone();
            add(load, ofOptions[engine][option]);
            for (int e = engine + 1; e < shares.length; e++) {
                add(load, shares[e]);
            }
            return of(load);
        }

        /** At most one bound is exceeded most of the time, and then there is nothing to add up. */
        private static double of(double[] load) {
            int exceeded = 0;
            double last = 0;
            for (double l : load) {
                if (l > 1) {
                    exceeded++;
                    last = l - 1;
                }
            }
            return exceeded <= 1
                    ? last
                    : Arrays.stream(load).map(l -> Math.max(0, l - 1)).sum();
        }
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
