package systole.layer.extremum;

import java.util.function.Supplier;
import systole.layer.LayerKind;
import systole.layer.support.Plain;

/** {@code y = max(x1, x2)}: the greater of each two elements. */
public record Maximum() implements Extremum {
    public static final LayerKind<Maximum> KIND = new LayerKind<>(
            "maximum", Maximum.class, new Plain<>(Maximum::new), new ExtremumGolden<>(), new ExtremumOps<>());

    public static Supplier<Maximum> maximum() {
        return Maximum::new;
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public boolean greatest() {
        return true;
    }
}
