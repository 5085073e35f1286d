package systole.style.streaming.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

/**
 * Finds the cheapest choice within bounds on a board's resources, exactly, by dynamic programming over the engines. For
 * every amount of all resources but the finest, a table holds the least of the finest resource that the engines so far
 * need with them. A table has only the amounts that these engines can take and that leave enough for the others.
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

    /**
     * The options of an engine that may be part of the cheapest choice. An option that takes at least as much of everything
     * as another one is left out. It would not be chosen even at an equal price: with the other option, the sum lies in an
     * earlier cell or is less in the same one, and the first of the cheapest cells wins. Of options of equal cost, the first
     * one stays, as it would be chosen.
     */
    private static List<Candidate> frugal(List<Candidate> options) {
        List<Candidate> frugal = new ArrayList<>();
        for (Candidate option : options) {
            boolean dearer = options.stream()
                    .anyMatch(o -> !o.cost().equals(option.cost()) && o.cost().within(option.cost()));
            if (!dearer && frugal.stream().noneMatch(f -> f.cost().equals(option.cost()))) {
                frugal.add(option);
            }
        }
        return frugal;
    }

    private final class Table {
        private final List<List<Candidate>> options;
        /** The resources that index the table, the one that moves on from cell to cell last. */
        private final ResourceKind[] kinds;
        /** For the first engines, none at first: the least of the finest resource in each cell. */
        private final List<Block> blocks = new ArrayList<>();

        Table(List<List<Candidate>> given) {
            this.options = given.stream().map(ExactSearch::frugal).toList();
            List<ResourceKind> others =
                    Budget.kinds(options).stream().filter(k -> k != finest).toList();
            this.kinds = (others.isEmpty() ? List.of(ResourceKind.FF) : others).toArray(ResourceKind[]::new);
            blocks.add(Block.of(new int[kinds.length], new int[kinds.length], 0));
            for (int e = 0; e < options.size(); e++) {
                int next = e + 1;
                int[] from = amounts(k -> sum(k, 0, next, IntStream::min));
                int[] to = amounts(k -> Math.min(
                        sum(k, 0, next, IntStream::max), most.of(k) - sum(k, next, options.size(), IntStream::min)));
                Block block = Block.of(from, to, NONE);
                options.get(e)
                        .forEach(o -> block.add(
                                blocks.get(blocks.size() - 1),
                                costs(o),
                                o.cost().of(finest)));
                blocks.add(block);
            }
        }

        private int[] amounts(ToIntFunction<ResourceKind> amount) {
            return Arrays.stream(kinds).mapToInt(amount).toArray();
        }

        private int[] costs(Candidate option) {
            return amounts(option.cost()::of);
        }

        /** The least or the most that some engines can take of a resource. */
        private int sum(ResourceKind kind, int from, int to, Function<IntStream, OptionalInt> extreme) {
            return options.subList(from, to).stream()
                    .mapToInt(
                            o -> extreme.apply(o.stream().mapToInt(f -> f.cost().of(kind)))
                                    .orElse(0))
                    .sum();
        }

        Optional<List<Candidate>> cheapest() {
            Block last = blocks.get(options.size());
            int best = -1;
            double cheapest = Double.POSITIVE_INFINITY;
            for (int cell = 0; cell < last.least().length; cell++) {
                if (last.least()[cell] <= most.of(finest) && last.least()[cell] < NONE) {
                    double of = price.applyAsDouble(resources(last, cell));
                    if (of < cheapest) {
                        cheapest = of;
                        best = cell;
                    }
                }
            }
            return best < 0 ? Optional.empty() : Optional.of(choice(last.amounts(best)));
        }

        private ResourceVector resources(Block block, int cell) {
            ResourceVector resources = ResourceVector.of(finest, block.least()[cell]);
            int[] amounts = block.amounts(cell);
            for (int k = 0; k < kinds.length; k++) {
                resources = resources.with(kinds[k], amounts[k]);
            }
            return resources;
        }

        /** The first option of each engine, from the last one on, that gives what the table holds. */
        private List<Candidate> choice(int[] amounts) {
            Candidate[] chosen = new Candidate[options.size()];
            int[] at = amounts;
            for (int e = options.size() - 1; e >= 0; e--) {
                int[] now = at;
                int wanted = blocks.get(e + 1).at(now);
                Block before = blocks.get(e);
                chosen[e] = options.get(e).stream()
                        .filter(o ->
                                before.at(Block.less(now, costs(o))) + o.cost().of(finest) == wanted)
                        .findFirst()
                        .orElseThrow();
                at = Block.less(now, costs(chosen[e]));
            }
            return List.of(chosen);
        }
    }
}
