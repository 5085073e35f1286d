package systole.plan.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import systole.plan.unit.Cost;
import systole.target.board.Board;

/** What engines may take of a board. */
record Budget(Board board) {
    /** Share of a board's LUTs to plan for; the rest is for routing and what is around the core. */
    private static final double LUT_SHARE = 0.75;

    /** Where one resource is to be without a limit: times its limit, or as many. */
    private static final int FAR = 4;

    private static final int MANY = 1000;

    /** The most that may be taken. */
    Cost most() {
        return new Cost(board.dsp(), (int) (LUT_SHARE * board.lut()), 2 * board.ramb36());
    }

    /** The same without a limit to one resource, or with one that is far off. */
    Cost mostWithout(Resource free) {
        Cost most = most();
        return switch (free) {
            case DSP -> new Cost(far(most.dsp()), most.lut(), most.ramb18());
            case LUT -> new Cost(most.dsp(), FewestLuts.NONE, most.ramb18());
            case RAMB18 -> new Cost(most.dsp(), most.lut(), far(most.ramb18()));
        };
    }

    private static int far(int most) {
        return Math.max(FAR * most, MANY);
    }

    /** The bounds of the resources. */
    List<Bound> bounds() {
        return bounds(most());
    }

    private static List<Bound> bounds(Cost most) {
        List<Bound> bounds = new ArrayList<>();
        for (Resource resource : Resource.values()) {
            bounds.add(new Bound(f -> resource.of(f.cost()), resource.of(most)));
        }
        return bounds;
    }

    /** The foldings that take together what is cheapest, and at most so much. */
    Optional<List<Folding>> cheapest(List<List<Folding>> options, Cost most, ToDoubleFunction<Cost> price) {
        return Selection.cheapest(
                options, bounds(most), f -> price.applyAsDouble(f.cost()), new FewestLuts(most, price));
    }

    /** Shares of the resources, added up: what is scarce on the board weighs more. */
    double weight(Cost cost) {
        return Arrays.stream(Resource.values()).mapToDouble(r -> share(cost, r)).sum();
    }

    private double share(Cost cost, Resource resource) {
        int part = resource.of(cost);
        return part == 0 ? 0 : (double) part / resource.of(most());
    }

    /** What a cost takes too much of. */
    List<Limit.Need> excess(Cost cost) {
        return Arrays.stream(Resource.values())
                .filter(r -> r.of(cost) > r.of(most()))
                .map(r -> new Limit.Need(r, r.of(cost), r.of(most())))
                .toList();
    }

    /** What a cost is of the board. */
    String describe(Cost cost) {
        return String.format(
                Locale.ROOT,
                "%d of %d DSP slices, about %d of the %d LUTs, %.0f %% of %d, that are planned for, and %d of %d RAMB18",
                cost.dsp(),
                board.dsp(),
                cost.lut(),
                most().lut(),
                100 * LUT_SHARE,
                board.lut(),
                cost.ramb18(),
                2 * board.ramb36());
    }
}
