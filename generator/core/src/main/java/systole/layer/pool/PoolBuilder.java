package systole.layer.pool;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import systole.layer.support.Missing;
import systole.network.Activation;
import systole.network.Padding;
import systole.network.Window;

/** Builds a pooling with a window. The kernel is required. */
public final class PoolBuilder<L extends Pooling> implements Supplier<L> {
    private final String kind;
    private final BiFunction<Window, Activation, L> layer;
    private Optional<Window> kernel = Optional.empty();
    private Optional<Window> stride = Optional.empty();
    private Padding padding = Padding.Automatic.VALID;
    private Activation activation = Activation.Named.NONE;

    PoolBuilder(String kind, BiFunction<Window, Activation, L> layer) {
        this.kind = kind;
        this.layer = layer;
    }

    public PoolBuilder<L> kernel(int both) {
        return kernel(both, both);
    }

    public PoolBuilder<L> kernel(int height, int width) {
        kernel = Optional.of(new Window(height, width, height, width, 1, 1, padding));
        return this;
    }

    public PoolBuilder<L> stride(int both) {
        return stride(both, both);
    }

    /** The stride; by default the size of the kernel. */
    public PoolBuilder<L> stride(int height, int width) {
        stride = Optional.of(new Window(1, 1, height, width, 1, 1, padding));
        return this;
    }

    public PoolBuilder<L> padding(Padding sides) {
        padding = sides;
        return this;
    }

    public PoolBuilder<L> activation(Activation limits) {
        activation = limits;
        return this;
    }

    /** Limits in output integers, both included. */
    public PoolBuilder<L> clamp(int lo, int hi) {
        return activation(new Activation.Clamp(lo, hi));
    }

    @Override
    public L get() {
        Window k = kernel.orElseThrow(Missing.of(kind, "kernel"));
        Window s = stride.orElse(k);
        return layer.apply(new Window(k.kernelH(), k.kernelW(), s.strideH(), s.strideW(), 1, 1, padding), activation);
    }

    static void requireUndilated(Window window) {
        if (window.dilationH() != 1 || window.dilationW() != 1) {
            throw new IllegalArgumentException("a pooling window has no dilation");
        }
    }
}
