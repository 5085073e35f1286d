package systole.frontend.tflite;

import java.util.List;

/** Translates an operator into layers. */
interface OperatorReader {
    /**
     * The layers of an operator, which end in its output. Inputs of the tree are the tensors of {@link #reads}.
     *
     * @throws systole.diagnostic.RefusedException if the operator cannot be translated
     * @throws IllegalArgumentException if a layer refuses an attribute
     */
    LayerTree tree(TfliteOperator operator);

    /**
     * The tensors that the operator's layers read. The others are constants, which the reader makes part of the layers.
     * Most operators read only the first input.
     */
    default List<Integer> reads(FileOperator operator, FileModel model) {
        return operator.inputs().stream().limit(1).toList();
    }

    /** True if operators of this kind may have several outputs, for each of which {@link #tree} is called. */
    default boolean severalOutputs() {
        return false;
    }
}
