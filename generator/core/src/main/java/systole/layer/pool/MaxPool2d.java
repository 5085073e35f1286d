package systole.layer.pool;

import systole.layer.LayerKind;
import systole.network.Activation;
import systole.network.Shape;
import systole.network.Window;

/** The largest value of each window, over its in-bounds positions, of an input [H, W, C] or [W, C]. */
public record MaxPool2d(Window window, Activation activation) implements Pooling {
    public static final LayerKind<MaxPool2d> KIND = new LayerKind<>(
            "maxpool2d", MaxPool2d.class, new PoolSyntax<>(MaxPool2d::new), new PoolGolden<>(), new PoolOps<>());

    public MaxPool2d {
        PoolBuilder.requireUndilated(window);
    }

    /** Starts a pooling. */
    public static PoolBuilder<MaxPool2d> maxpool2d() {
        return new PoolBuilder<>("maxpool2d", MaxPool2d::new);
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Function function() {
        return Function.MAX;
    }

    @Override
    public Window window(Shape input) {
        return window;
    }
}
