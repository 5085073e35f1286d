package systole.plan;

import java.util.List;
import systole.network.Layer;
import systole.network.TensorType;
import systole.plan.unit.Engine;

/** Lowers any layer according to its kind. The catalog implements it. */
@FunctionalInterface
public interface LoweringTable {
    /** See {@link Lowering#lower}. */
    List<Engine> lower(String name, Layer layer, List<TensorType> inputs, TensorType output);
}
