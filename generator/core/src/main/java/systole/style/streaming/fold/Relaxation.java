package systole.style.streaming.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The knapsack problem in which a charge on each resource replaces its bound (Lagrangian relaxation, subgradient
 * method). Each engine then chooses independently, so that a round is very quick. For any charges, the charged sum less
 * the charges for the whole bounds is at most the price of the best choice. This lower bound proves that nothing fits,
 * or that some options cannot be part of a choice near the best one.
 */
final class Relaxation {
    private static final int ROUNDS = 400;
    private static final double ROUNDING = 1e-9;

    private final double[][] price;
    /** For each engine, option and bound: the share of the bound that the option takes. */
    private final double[][][] share;

    private final int bounds;
    private double[] best;
    private double least = Double.NEGATIVE_INFINITY;
    private int[] found = {};
    private double foundPrice = Double.POSITIVE_INFINITY;
    private boolean impossible;

    /**
     * Searches for good charges.
     *
     * @param price the price of each engine's options
     * @param share the share of each bound that each engine's options take
     * @param bounds the number of bounds
     */
    Relaxation(double[][] price, double[][][] share, int bounds) {
        this.price = price;
        this.share = share;
        this.bounds = bounds;
        this.best = new double[bounds];
        weigh();
        if (!impossible) {
            ascend();
        }
    }

    /** True if it is proved that no choice keeps to the bounds. False proves nothing. */
    boolean impossible() {
        return impossible;
    }

    /** The best choice that was seen during the search and keeps to the bounds. */
    Optional<int[]> found() {
        return found.length == 0 ? Optional.empty() : Optional.of(found.clone());
    }

    /**
     * For each engine, the options that may be part of a choice that is cheaper than the one found by more than a share
     * of its price.
     */
    List<List<Integer>> candidates(double gap) {
        double worth = found.length == 0 ? foundPrice : (1 - gap) * foundPrice;
        List<List<Integer>> candidates = new ArrayList<>();
        for (int e = 0; e < price.length; e++) {
            int engine = e;
            double base = charged(engine, cheapest(engine, best, 1), best, 1);
            candidates.add(IntStream.range(0, price[e].length)
                    .filter(o -> least - base + charged(engine, o, best, 1) <= worth + ROUNDING)
                    .boxed()
                    .toList());
        }
        return candidates;
    }

    /**
     * Ignores prices and looks for charges that prove that nothing fits. The charges sum to 1 and rise for each bound
     * that is exceeded. If even the choice of the least charge is charged more than 1, nothing fits.
     */
    private void weigh() {
        double[] charges = new double[bounds];
        Arrays.fill(charges, 1.0 / bounds);
        for (int round = 0; round < ROUNDS && found.length == 0 && !impossible; round++) {
            int[] choice = choice(charges, 0);
            double[] load = load(choice);
            consider(choice, load);
            double sum = 0;
            double total = 0;
            for (int b = 0; b < bounds; b++) {
                sum += charges[b] * load[b];
                charges[b] *= Math.exp((load[b] - 1) / Math.sqrt(1 + round));
                total += charges[b];
            }
            impossible = sum > 1 + ROUNDING;
            for (int b = 0; b < bounds; b++) {
                charges[b] /= total;
            }
        }
    }

    private void ascend() {
        double[] charges = new double[bounds];
        for (int round = 0; round < ROUNDS; round++) {
            int[] choice = choice(charges, 1);
            double[] load = load(choice);
            consider(choice, load);
            double sum = price(choice);
            double steep = 0;
            for (int b = 0; b < bounds; b++) {
                sum += charges[b] * (load[b] - 1);
                steep += (load[b] - 1) * (load[b] - 1);
            }
            if (sum > least) {
                least = sum;
                best = charges.clone();
            }
            double step = 1 / (Math.sqrt(steep) + ROUNDING) / (1 + 0.1 * round);
            for (int b = 0; b < bounds; b++) {
                charges[b] = Math.max(0, charges[b] + step * (load[b] - 1));
            }
        }
    }

    private int[] choice(double[] charges, double weight) {
        return IntStream.range(0, price.length)
                .map(e -> cheapest(e, charges, weight))
                .toArray();
    }

    private int cheapest(int engine, double[] charges, double weight) {
        int cheapest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int o = 0; o < price[engine].length; o++) {
            double charged = charged(engine, o, charges, weight);
            if (charged < least) {
                least = charged;
                cheapest = o;
            }
        }
        return cheapest;
    }

    private double charged(int engine, int option, double[] charges, double weight) {
        double charged = weight * price[engine][option];
        for (int b = 0; b < bounds; b++) {
            charged += charges[b] * share[engine][option][b];
        }
        return charged;
    }

    private double[] load(int[] choice) {
        double[] load = new double[bounds];
        for (int e = 0; e < choice.length; e++) {
            for (int b = 0; b < bounds; b++) {
                load[b] += share[e][choice[e]][b];
            }
        }
        return load;
    }

    private double price(int[] choice) {
        return IntStream.range(0, choice.length)
                .mapToDouble(e -> price[e][choice[e]])
                .sum();
    }

    private void consider(int[] choice, double[] load) {
        if (Arrays.stream(load).allMatch(l -> l <= 1 + ROUNDING) && price(choice) < foundPrice) {
            found = choice;
            foundPrice = price(choice);
        }
    }
}
