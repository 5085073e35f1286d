package systole.tflite;

import java.util.List;
import systole.network.Layer;

/** Says which layers compute what an operator computes. */
@FunctionalInterface
interface OperatorReader {
    /**
     * The layers of an operator, one after the other: the first one reads the operator's inputs. None if the output's
     * elements are those of the input.
     *
     * @throws systole.diagnostic.RefusedException if the operator cannot be translated
     * @throws IllegalArgumentException if a layer refuses an attribute
     */
    List<Layer> read(TfliteOperator operator);

    /**
     * The tensors that the operator's layers read; the others are constants, which the reader makes part of the layers.
     * Mostly the first input alone.
     */
    default List<Integer> reads(FileOperator operator, FileModel model) {
        return operator.inputs().stream().limit(1).toList();
    }

    /**
     * The layers that an input passes before those of the operator see it; mostly none.
     *
     * @param input counts the computed ones
     */
    default List<Layer> front(TfliteOperator operator, int input) {
        return List.of();
    }
}
