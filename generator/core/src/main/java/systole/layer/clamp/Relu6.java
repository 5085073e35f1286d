package systole.layer.clamp;

import java.util.function.Supplier;
import systole.layer.LayerKind;
import systole.layer.support.Plain;
import systole.network.Activation;

/** Limits real values to 0 to 6: {@code min(max(x, zero), zero + round(6 / scale))}. */
public record Relu6() implements Clamping {
    public static final LayerKind<Relu6> KIND =
            new LayerKind<>("relu6", Relu6.class, new Plain<>(Relu6::new), new ClampGolden<>(), new ClampOps<>());

    public static Supplier<Relu6> relu6() {
        return Relu6::new;
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Activation activation() {
        return Activation.Named.RELU6;
    }
}
