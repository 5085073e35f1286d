package systole.plan.unit;

import java.util.List;
import systole.network.Fold;

/** An engine that looks at the channels of a pixel one after the other and cannot be folded. */
public sealed interface PixelEngine extends Engine permits SoftmaxUnit, ArgmaxUnit {
    @Override
    default Fold fold() {
        return new Fold(1, 1);
    }

    @Override
    default List<Fold> folds() {
        return List.of(fold());
    }

    @Override
    default Engine withFold(Fold other) {
        return this;
    }
}
