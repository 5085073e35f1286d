package systole.layer.pool;

import java.util.function.Supplier;
import systole.layer.LayerKind;
import systole.layer.support.Plain;

/** The largest value of each channel of an input [H, W, C], which becomes [1, 1, C], or [W, C], which becomes [1, C]. */
public record GlobalMaxPool() implements GlobalPooling {
    public static final LayerKind<GlobalMaxPool> KIND = new LayerKind<>(
            "global_maxpool",
            GlobalMaxPool.class,
            new Plain<>(GlobalMaxPool::new),
            new PoolGolden<>(),
            new PoolOps<>());

    /** Starts a pooling. */
    public static Supplier<GlobalMaxPool> globalMaxPool() {
        return GlobalMaxPool::new;
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Function function() {
        return Function.MAX;
    }
}
