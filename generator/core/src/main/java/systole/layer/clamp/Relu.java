package systole.layer.clamp;

import java.util.function.Supplier;
import systole.layer.LayerKind;
import systole.layer.support.Plain;
import systole.network.Activation;

/** Limits real values to 0 and above: {@code max(x, zero point)}. */
public record Relu() implements Clamping {
    public static final LayerKind<Relu> KIND =
            new LayerKind<>("relu", Relu.class, new Plain<>(Relu::new), new ClampGolden<>(), new ClampOps<>());

    public static Supplier<Relu> relu() {
        return Relu::new;
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Activation activation() {
        return Activation.Named.RELU;
    }
}
