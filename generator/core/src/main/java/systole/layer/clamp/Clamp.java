package systole.layer.clamp;

import java.util.function.Supplier;
import systole.layer.LayerKind;
import systole.network.Activation;

/** Limits in raw integers, both included and within the input's type. */
public record Clamp(int lo, int hi) implements Clamping {
    public static final LayerKind<Clamp> KIND =
            new LayerKind<>("clamp", Clamp.class, new ClampSyntax(), new ClampGolden<>(), new ClampOps<>());

    public static Supplier<Clamp> clamp(int lo, int hi) {
        return () -> new Clamp(lo, hi);
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Activation activation() {
        return new Activation.Clamp(lo, hi);
    }
}
