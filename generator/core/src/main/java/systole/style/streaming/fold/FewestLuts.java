package systole.style.streaming.fold;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import systole.engine.Cost;

/**
 * Finds the cheapest choice within bounds on a board's resources, exactly, by dynamic programming over the engines. For
 * every number of DSP slices and block RAMs, the table holds the fewest LUTs that the engines so far need with them.
 *
 * @param most the most that may be taken
 * @param price the price of a cost, which must be linear
 */
record FewestLuts(Cost most, ToDoubleFunction<Cost> price) implements Selection.Search {
    /** More LUTs than any design needs. */
    static final int NONE = Integer.MAX_VALUE / 2;

    @Override
    public Optional<List<Candidate>> cheapest(List<List<Candidate>> options) {
        return new Table(options, most).cheapest(price);
    }

    private static final class Table {
        private final List<List<Candidate>> options;
        private final Cost most;
        private final int width;
        /** The fewest LUTs for the engines so far, indexed by DSP slices and block RAMs. */
        private int[] luts;
        /** For each engine and each cell of the table, the index of the chosen folding. */
        private final short[][] taken;

        Table(List<List<Candidate>> options, Cost most) {
            this.options = options;
            this.most = new Cost(
                    Math.min(most.dsp(), sum(options, Resource.DSP)),
                    most.lut(),
                    Math.min(most.ramb18(), sum(options, Resource.RAMB18)));
            this.width = this.most.ramb18() + 1;
            this.luts = new int[(this.most.dsp() + 1) * width];
            this.taken = new short[options.size()][luts.length];
            for (int e = 0; e < options.size(); e++) {
                luts = with(options.get(e), taken[e]);
            }
        }

        /** The most that all engines together can take of a resource. */
        private static int sum(List<List<Candidate>> options, Resource resource) {
            return options.stream()
                    .mapToInt(o -> o.stream()
                            .mapToInt(f -> resource.of(f.cost()))
                            .max()
                            .orElse(0))
                    .sum();
        }

        private int[] with(List<Candidate> engine, short[] which) {
            int[] sums = new int[luts.length];
            Arrays.fill(sums, NONE);
            for (short o = 0; o < engine.size(); o++) {
                Cost cost = engine.get(o).cost();
                for (int dsp = cost.dsp(); dsp <= most.dsp(); dsp++) {
                    int before = (dsp - cost.dsp()) * width - cost.ramb18();
                    int now = dsp * width;
                    for (int ramb18 = cost.ramb18(); ramb18 < width; ramb18++) {
                        int sum = luts[before + ramb18] + cost.lut();
                        if (sum < sums[now + ramb18]) {
                            sums[now + ramb18] = sum;
                            which[now + ramb18] = o;
                        }
                    }
                }
            }
            return sums;
        }

        Optional<List<Candidate>> cheapest(ToDoubleFunction<Cost> price) {
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int cell = 0; cell < luts.length; cell++) {
                if (luts[cell] <= most.lut() && luts[cell] < NONE) {
                    double of = price.applyAsDouble(new Cost(cell / width, luts[cell], cell % width));
                    if (of < least) {
                        least = of;
                        best = cell;
                    }
                }
            }
            return best < 0 ? Optional.empty() : Optional.of(choice(best));
        }

        private List<Candidate> choice(int cell) {
            Candidate[] chosen = new Candidate[options.size()];
            int at = cell;
            for (int e = options.size() - 1; e >= 0; e--) {
                chosen[e] = options.get(e).get(taken[e][at]);
                at -= chosen[e].cost().dsp() * width + chosen[e].cost().ramb18();
            }
            return List.of(chosen);
        }
    }
}
