package systole.style.streaming.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The knapsack with its bounds given up for a charge on what is taken (Lagrangian relaxation, subgradient method). Each
 * engine then chooses for itself, so that a round takes no time. Whatever the charges, the sum is no more than the least
 * price; that tells that nothing fits, or which options no choice near the best can have.
 */
final class Relaxation {
    private static final int ROUNDS = 400;
    private static final double ROUNDING = 1e-9;

    private final double[][] price;
    /** By engine, option and bound, as shares of the most. */
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
     * @param price of each engine's options
     * @param share that each engine's options take of each bound
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

    /** True if no choice keeps to the bounds; false proves nothing. */
    boolean impossible() {
        return impossible;
    }

    /** The best choice that was seen on the way and keeps to the bounds. */
    Optional<int[]> found() {
        return found.length == 0 ? Optional.empty() : Optional.of(found.clone());
    }

    /** For each engine the options that a choice cheaper than the one found, by more than a share, may have. */
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

    /** Prices aside: charges that sum to 1 and rise for what is overdrawn. More than 1 in all proves that nothing fits. */
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
