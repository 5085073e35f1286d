package systole.layer.pool;

import java.util.function.Supplier;
import systole.layer.LayerKind;
import systole.layer.support.Plain;

/** The mean of each channel of an input [H, W, C], which becomes [1, 1, C], or [W, C], which becomes [1, C]. */
public record GlobalAvgPool() implements GlobalPooling {
    public static final LayerKind<GlobalAvgPool> KIND = new LayerKind<>(
            "global_avgpool",
            GlobalAvgPool.class,
            new Plain<>(GlobalAvgPool::new),
            new PoolGolden<>(),
            new PoolOps<>());

    /** Starts a pooling. */
    public static Supplier<GlobalAvgPool> globalAvgPool() {
        return GlobalAvgPool::new;
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Function function() {
        return Function.AVERAGE;
    }
}
