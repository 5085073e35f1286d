package systole.op;

import java.util.List;
import systole.network.Layer;
import systole.network.TensorType;

/** Normalises one kind of layer to operations. */
@FunctionalInterface
public interface LayerOps<L extends Layer> {
    /**
     * The operations that compute the layer, in a chain: the first reads the layer's inputs, the last makes its output.
     * The list is empty if the layer needs no hardware, like a reshape.
     *
     * @param name the layer's name; the last operation gets it, and the operations before it get it as a prefix
     * @throws systole.diagnostic.RefusedException if operations cannot express the layer
     */
    List<NamedOp> ops(String name, L layer, List<TensorType> inputs, TensorType output);
}
