package systole.op;

import java.util.List;
import systole.network.Layer;
import systole.network.TensorType;

/** Normalises a kind of layer to operations. */
@FunctionalInterface
public interface LayerOps<L extends Layer> {
    /**
     * The operations that compute the layer, in a chain: the first reads the layer's inputs, the last makes its output.
     * Empty where a layer is free, as a reshape is.
     *
     * @param name the layer's name; the last operation has it, those before it have it as a prefix
     * @throws systole.diagnostic.RefusedException if the layer has no such form
     */
    List<NamedOp> ops(String name, L layer, List<TensorType> inputs, TensorType output);
}
