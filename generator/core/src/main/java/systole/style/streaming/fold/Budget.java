package systole.style.streaming.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import systole.engine.Cost;
import systole.target.board.Board;

/** The resources of a board that the engines may take. */
record Budget(Board board) {
    /** The share of a board's LUTs that is planned for. The rest is for routing and for the logic around the core. */
    private static final double LUT_SHARE = 0.75;

    /**
     * A resource without a limit counts as this many times its limit. The table of {@link FewestLuts} needs a finite
     * number.
     */
    private static final int FAR = 4;

    /** A resource without a limit counts as at least this many, also on a small board. */
    private static final int MANY = 1000;

    /** The most that may be taken. */
    Cost most() {
        return new Cost(board.dsp(), (int) (LUT_SHARE * board.lut()), 2 * board.ramb36());
    }

    /** The same, but one resource has no limit, or a limit that no design reaches. */
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

    /** The cheapest foldings that together take at most {@code most}. */
    Optional<List<Candidate>> cheapest(List<List<Candidate>> options, Cost most, ToDoubleFunction<Cost> price) {
        return Selection.cheapest(
                options, bounds(most), f -> price.applyAsDouble(f.cost()), new FewestLuts(most, price));
    }

    /**
     * The sum of the cost's shares of the board's resources. A resource that is scarce on the board therefore weighs
     * more.
     */
    double weight(Cost cost) {
        return Arrays.stream(Resource.values()).mapToDouble(r -> share(cost, r)).sum();
    }

    private double share(Cost cost, Resource resource) {
        int part = resource.of(cost);
        return part == 0 ? 0 : (double) part / resource.of(most());
    }

    /** The resources of which a cost takes too much. */
    List<Limit.Need> excess(Cost cost) {
        return Arrays.stream(Resource.values())
                .filter(r -> r.of(cost) > r.of(most()))
                .map(r -> new Limit.Need(r, r.of(cost), r.of(most())))
                .toList();
    }

    /** Says how much of the board a cost takes. */
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
