package systole.golden;

import java.util.List;
import systole.network.Layer;
import systole.network.TensorType;

/** The exact integer definition of a kind of layer. */
@FunctionalInterface
public interface Golden<L extends Layer> {
    /** Computes frame after frame. Not thread-safe. */
    @FunctionalInterface
    interface Kernel {
        /** One frame: reads the inputs (row-major, channels fastest), fills the output. */
        void run(List<int[]> inputs, int[] output);

        /** Forgets the frames so far. Only a kernel that carries a state from frame to frame has anything to forget. */
        default void reset() {}
    }

    /** Prepares everything that does not depend on the data: transposed weights, resolved requantizers, tables. */
    Kernel prepare(L layer, List<TensorType> inputs, TensorType output);
}
