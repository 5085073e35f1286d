package systole.frontend.tflite;

import java.util.List;
import systole.network.Layer;

/** Translates an operator of one input into layers one after the other. */
@FunctionalInterface
interface RowReader extends OperatorReader {
    /**
     * The layers of an operator. The first one reads the operator's input. There are none if the output has the same
     * elements as the input.
     *
     * @throws systole.diagnostic.RefusedException if the operator cannot be translated
     * @throws IllegalArgumentException if a layer refuses an attribute
     */
    List<Layer> read(TfliteOperator operator);

    @Override
    default LayerTree tree(TfliteOperator operator) {
        return LayerTree.input(0).then(read(operator));
    }
}
