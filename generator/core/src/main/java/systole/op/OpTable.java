package systole.op;

import java.util.List;
import systole.network.Layer;
import systole.network.TensorType;

/** Normalises any layer according to its kind. The catalog of layers implements it. */
@FunctionalInterface
public interface OpTable {
    /** The operations of a layer; see {@link LayerOps#ops}. */
    List<NamedOp> ops(String name, Layer layer, List<TensorType> inputs, TensorType output);
}
