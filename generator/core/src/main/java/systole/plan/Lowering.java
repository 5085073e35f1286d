package systole.plan;

import java.util.List;
import systole.network.Layer;
import systole.network.TensorType;
import systole.plan.unit.Engine;

/** Chooses the hardware of a kind of layer. */
@FunctionalInterface
public interface Lowering<L extends Layer> {
    /**
     * The engines that compute the layer, in a chain: the first reads the layer's inputs, the last makes its output.
     * They come with the least folding; the planner chooses. Empty where a layer is free, as a reshape is.
     *
     * @param name the layer's name; the last engine has it, those before it have it as a prefix
     */
    List<Engine> lower(String name, L layer, List<TensorType> inputs, TensorType output);
}
