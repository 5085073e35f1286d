package systole.engine;

import java.util.List;

/**
 * An engine that treats each element by itself. It has {@code fold.pe} lanes side by side, which is any divisor of
 * {@link #lanesLimit()}.
 */
public interface LaneEngine extends Engine {
    Fold fold();

    /** The greatest number of lanes. */
    int lanesLimit();

    /** The same engine with {@code fold.pe} lanes. */
    Engine withFold(Fold fold);

    @Override
    default Folding folding() {
        return new Lanes(fold().pe());
    }

    @Override
    default List<? extends Engine> foldings() {
        return Divisors.of(lanesLimit()).stream()
                .map(pe -> withFold(new Fold(pe, 1)))
                .toList();
    }

    @Override
    default long cycles() {
        return output().beats();
    }
}
