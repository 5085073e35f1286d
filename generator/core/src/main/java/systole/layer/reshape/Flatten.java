package systole.layer.reshape;

import java.util.function.Supplier;
import systole.layer.LayerKind;
import systole.layer.support.Plain;
import systole.network.Shape;

/** [H, W, C] becomes [H * W * C]. */
public record Flatten() implements Reshaping {
    public static final LayerKind<Flatten> KIND = new LayerKind<>(
            "flatten", Flatten.class, new Plain<>(Flatten::new), new ReshapeGolden<>(), new ReshapeOps<>());

    public static Supplier<Flatten> flatten() {
        return Flatten::new;
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Shape shape(Shape input) {
        return Shape.of(input.elements());
    }
}
