package systole.golden;

import java.util.List;
import systole.network.Layer;
import systole.network.TensorType;

/** The exact integer definition of a kind of layer. */
@FunctionalInterface
public interface Golden<L extends Layer> {
    /** One frame: reads the inputs (row-major, channels fastest), fills the output. Not thread-safe. */
    @FunctionalInterface
    interface Kernel {
        void run(List<int[]> inputs, int[] output);
    }

    /** Prepares what does not depend on the data: transposed weights, resolved requantizers, tables. */
    Kernel prepare(L layer, List<TensorType> inputs, TensorType output);
}
