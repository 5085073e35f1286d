package systole.plan;

import java.util.List;
import systole.network.Layer;
import systole.network.TensorType;
import systole.plan.unit.Engine;

/** Chooses the hardware for one kind of layer. */
@FunctionalInterface
public interface Lowering<L extends Layer> {
    /**
     * The engines that compute the layer, in a chain: the first reads the layer's inputs, the last makes its output.
     * They come in their least folding, and the planner chooses another. The list is empty if the layer needs no
     * hardware, like a reshape.
     *
     * @param name the layer's name; the last engine gets it, and the engines before it get it as a prefix
     */
    List<Engine> lower(String name, L layer, List<TensorType> inputs, TensorType output);
}
