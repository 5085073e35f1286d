package systole.plan.unit;

import java.util.List;
import systole.network.Fold;

/**
 * An engine that treats each element by itself. It has {@code fold.pe} lanes side by side, which is any divisor of
 * {@link #lanesLimit()}.
 */
public sealed interface LaneEngine extends Engine
        permits PairUnit, ExtremumUnit, ConcatUnit, PadUnit, RepeatUnit, ReverseUnit, ClampUnit, LookupUnit {
    /** The greatest number of lanes. */
    int lanesLimit();

    @Override
    default List<Fold> folds() {
        return Divisors.of(lanesLimit()).stream().map(p -> new Fold(p, 1)).toList();
    }

    @Override
    default long cycles() {
        return output().beats();
    }
}
