package systole.layer.pool;

import systole.layer.LayerKind;
import systole.network.Activation;
import systole.network.Shape;
import systole.network.Window;

/** The mean of each window, over its in-bounds positions, of an input [H, W, C] or [W, C]. */
public record AvgPool2d(Window window, Activation activation) implements Pooling {
    public static final LayerKind<AvgPool2d> KIND = new LayerKind<>(
            "avgpool2d", AvgPool2d.class, new PoolSyntax<>(AvgPool2d::new), new PoolGolden<>(), new PoolOps<>());

    public AvgPool2d {
        PoolBuilder.requireUndilated(window);
    }

    /** Starts a pooling. */
    public static PoolBuilder<AvgPool2d> avgpool2d() {
        return new PoolBuilder<>("avgpool2d", AvgPool2d::new);
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Function function() {
        return Function.AVERAGE;
    }

    @Override
    public Window window(Shape input) {
        return window;
    }
}
