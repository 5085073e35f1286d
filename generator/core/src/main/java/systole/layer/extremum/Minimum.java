package systole.layer.extremum;

import java.util.function.Supplier;
import systole.layer.LayerKind;
import systole.layer.support.Plain;

/** {@code y = min(x1, x2)}: the lesser of each two elements. */
public record Minimum() implements Extremum {
    public static final LayerKind<Minimum> KIND = new LayerKind<>(
            "minimum", Minimum.class, new Plain<>(Minimum::new), new ExtremumGolden<>(), new ExtremumOps<>());

    public static Supplier<Minimum> minimum() {
        return Minimum::new;
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public boolean greatest() {
        return false;
    }
}
