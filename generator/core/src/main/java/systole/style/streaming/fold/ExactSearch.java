package systole.style.streaming.fold;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

/**
 * Finds the cheapest choice within bounds on a board's resources, exactly, by dynamic programming over the engines. For
 * every amount of all resources but the finest, a table holds the least of the finest resource that the engines so far
 * need with them.
 *
 * @param most the most that may be taken
 * @param finest the resource of which there is the most, so that a table of its amounts would be largest
 * @param price the price of a cost, which must be linear
 */
record ExactSearch(ResourceVector most, ResourceKind finest, ToDoubleFunction<ResourceVector> price)
        implements Selection.Search {
    /** More of a resource than any design needs. */
    static final int NONE = Integer.MAX_VALUE / 2;

    @Override
    public Optional<List<Candidate>> cheapest(List<List<Candidate>> options) {
        return new Table(options).cheapest();
    }

    private final class Table {
        private final List<List<Candidate>> options;
        /** The resources that index the table, the one that moves on from cell to cell last. */
        private final ResourceKind[] kinds;
        /** The most of each of them in the table. */
        private final int[] ends;
        /** The cells from one amount of each of them to the next. */
        private final int[] strides;
        /** The least of the finest resource for the engines so far. */
        private int[] least;
        /** For each engine and each cell of the table, the index of the chosen folding. */
        private final short[][] taken;

        Table(List<List<Candidate>> options) {
            this.options = options;
            List<ResourceKind> others =
                    Budget.kinds(options).stream().filter(k -> k != finest).toList();
            this.kinds = (others.isEmpty() ? List.of(ResourceKind.FF) : others).toArray(ResourceKind[]::new);
            this.ends = Arrays.stream(kinds)
                    .mapToInt(k -> Math.min(most.of(k), sum(k)))
                    .toArray();
            this.strides = new int[kinds.length];
            int cells = 1;
            for (int k = kinds.length - 1; k >= 0; k--) {
                strides[k] = cells;
                cells = Math.multiplyExact(cells, ends[k] + 1);
            }
            this.least = new int[cells];
            this.taken = new short[options.size()][cells];
            for (int e = 0; e < options.size(); e++) {
                least = with(options.get(e), taken[e]);
            }
        }

        /** The most that all engines together can take of a resource. */
        private int sum(ResourceKind kind) {
            return options.stream()
                    .mapToInt(o ->
                            o.stream().mapToInt(f -> f.cost().of(kind)).max().orElse(0))
                    .sum();
        }

        private int[] with(List<Candidate> engine, short[] which) {
            int[] sums = new int[least.length];
            Arrays.fill(sums, NONE);
            for (short o = 0; o < engine.size(); o++) {
                ResourceVector cost = engine.get(o).cost();
                add(0, 0, 0, cost, o, sums, which);
            }
            return sums;
        }

        /** Adds a folding to all cells that have room for it. */
        private void add(int k, int before, int now, ResourceVector cost, short option, int[] sums, short[] which) {
            int amount = cost.of(kinds[k]);
            if (k < kinds.length - 1) {
                for (int i = amount; i <= ends[k]; i++) {
                    add(k + 1, before + (i - amount) * strides[k], now + i * strides[k], cost, option, sums, which);
                }
                return;
            }
            int more = cost.of(finest);
            for (int i = amount; i <= ends[k]; i++) {
                int sum = least[before + i - amount] + more;
                if (sum < sums[now + i]) {
                    sums[now + i] = sum;
                    which[now + i] = option;
                }
            }
        }

        Optional<List<Candidate>> cheapest() {
            int best = -1;
            double cheapest = Double.POSITIVE_INFINITY;
            for (int cell = 0; cell < least.length; cell++) {
                if (least[cell] <= most.of(finest) && least[cell] < NONE) {
                    double of = price.applyAsDouble(amounts(cell));
                    if (of < cheapest) {
                        cheapest = of;
                        best = cell;
                    }
                }
            }
            return best < 0 ? Optional.empty() : Optional.of(choice(best));
        }

        private ResourceVector amounts(int cell) {
            ResourceVector amounts = ResourceVector.of(finest, least[cell]);
            for (int k = 0; k < kinds.length; k++) {
                amounts = amounts.with(kinds[k], cell / strides[k] % (ends[k] + 1));
            }
            return amounts;
        }

        private List<Candidate> choice(int cell) {
            Candidate[] chosen = new Candidate[options.size()];
            int at = cell;
            for (int e = options.size() - 1; e >= 0; e--) {
                chosen[e] = options.get(e).get(taken[e][at]);
                for (int k = 0; k < kinds.length; k++) {
                    at -= strides[k] * chosen[e].cost().of(kinds[k]);
                }
            }
            return List.of(chosen);
        }
    }
}
