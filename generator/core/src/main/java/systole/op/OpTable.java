package systole.op;

import java.util.List;
import systole.network.Layer;
import systole.network.TensorType;

/** Normalises any layer by its kind; the catalog of layers implements it. */
@FunctionalInterface
public interface OpTable {
    /** See {@link LayerOps#ops}. */
    List<NamedOp> ops(String name, Layer layer, List<TensorType> inputs, TensorType output);
}
