package systole.frontend.tflite;

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
    List<Layer> read(TfliteOperator operator);

    /**
     * The tensors that the operator's layers read. The others are constants, which the reader makes part of the layers.
     * Most operators read only the first input.
     */
    default List<Integer> reads(FileOperator operator, FileModel model) {
        return operator.inputs().stream().limit(1).toList();
    }

    /** True if operators of this kind may have several outputs, for each of which {@link #read} is called. */
    default boolean severalOutputs() {
        return false;
    }

    /**
     * The layers that an input passes in front of the layers of the operator; usually none.
     *
     * @param input the index among the computed inputs
     */
    default List<Layer> front(TfliteOperator operator, int input) {
        return List.of();
    }
}
