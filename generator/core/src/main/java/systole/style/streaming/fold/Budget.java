package systole.style.streaming.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import systole.target.board.Board;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

/** The resources of a board that the engines may take. All kinds are treated alike. */
record Budget(Board board) {
    /** The share of a board's LUTs that is planned for. The rest is for routing and for the logic around the core. */
    private static final double LUT_SHARE = 0.75;

    /**
     * A resource without a limit counts as this many times its limit. The table of {@link ExactSearch} needs a finite
     * number.
     */
    private static final int FAR = 4;

    /** A resource without a limit counts as at least this many, also on a small board. */
    private static final int MANY = 1000;

    /** The most that may be taken. */
    ResourceVector most() {
        ResourceVector all = board.chip().resources();
        return all.with(ResourceKind.LUT, (int) (LUT_SHARE * all.lut()));
    }

    /** The most that may be taken of one resource. */
    int most(ResourceKind kind) {
        return most().of(kind);
    }

    /** The same, but one resource has no limit, or a limit that no design reaches. */
    ResourceVector mostWithout(ResourceKind free) {
        int limit = free == finest() ? ExactSearch.NONE : Math.max(FAR * most(free), MANY);
        return most().with(free, limit);
    }

    /** The resource of which there is the most. */
    private ResourceKind finest() {
        return counted().max(Comparator.comparingInt(this::most)).orElseThrow();
    }

    /** The bounds of the resources that some of the foldings take. */
    List<Bound> bounds(List<List<Candidate>> options) {
        return bounds(options, most());
    }

    private static List<Bound> bounds(List<List<Candidate>> options, ResourceVector most) {
        List<Bound> bounds = new ArrayList<>();
        for (ResourceKind kind : kinds(options)) {
            bounds.add(new Bound(f -> f.cost().of(kind), most.of(kind)));
        }
        return bounds;
    }

    /** The resources that some of the foldings take. */
    static List<ResourceKind> kinds(List<List<Candidate>> options) {
        return List.of(ResourceKind.values()).stream()
                .filter(k -> options.stream()
                        .flatMap(List::stream)
                        .anyMatch(f -> f.cost().of(k) > 0))
                .toList();
    }

    /** The cheapest foldings that together take at most {@code most}. */
    Optional<List<Candidate>> cheapest(
            List<List<Candidate>> options, ResourceVector most, ToDoubleFunction<ResourceVector> price) {
        return Selection.cheapest(
                options,
                bounds(options, most),
                f -> price.applyAsDouble(f.cost()),
                new ExactSearch(most, finest(), price));
    }

    /**
     * The sum of the cost's shares of the board's resources. A resource that is scarce on the board therefore weighs
     * more.
     */
    double weight(ResourceVector cost) {
        ResourceVector most = most();
        double weight = 0;
        for (ResourceKind kind : ResourceKind.values()) {
            weight += cost.of(kind) == 0 ? 0 : (double) cost.of(kind) / most.of(kind);
        }
        return weight;
    }

    /** The resources of which a cost takes too much. */
    List<Limit.Need> excess(ResourceVector cost) {
        return cost.kinds().stream()
                .filter(k -> cost.of(k) > most(k))
                .map(k -> new Limit.Need(k, cost.of(k), most(k)))
                .toList();
    }

    /** What the chip has, but for flip-flops, of which engines say nothing. */
    private Stream<ResourceKind> counted() {
        return most().kinds().stream().filter(k -> k != ResourceKind.FF);
    }

    /** Says how much of the board a cost takes. */
    String describe(ResourceVector cost) {
        List<String> parts = counted().map(k -> describe(k, cost)).toList();
        int last = parts.size() - 1;
        return String.join(", ", parts.subList(0, last)) + ", and " + parts.get(last);
    }

    private String describe(ResourceKind kind, ResourceVector cost) {
        int all = board.chip().resources().of(kind);
        return most(kind) == all
                ? String.format(Locale.ROOT, "%d of %d %s", cost.of(kind), all, kind.label())
                : String.format(
                        Locale.ROOT,
                        "about %d of the %d %s, %.0f %% of %d, that are planned for",
                        cost.of(kind),
                        most(kind),
                        kind.label(),
                        100 * LUT_SHARE,
                        all);
    }
}
