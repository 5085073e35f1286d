package systole.tflite;

import java.util.List;
import systole.network.Layer;

/** Translates an operator into layers. */
@FunctionalInterface
interface OperatorReader {
    /**
     * The layers of an operator, one after the other. The first one reads the operator's inputs. There are none if the
     * output has the same elements as the input.
     *
     * @throws systole.diagnostic.RefusedException if the operator cannot be translated
     * @throws IllegalArgumentException if a layer refuses an attribute
     */
    List<Layer> read(OperatorView operator);

    /**
     * The layers that an input passes in front of the layers of the operator; usually none.
     *
     * @param input the index among the computed inputs
     */
    default List<Layer> front(OperatorView operator, int input) {
        return List.of();
    }
}
