package systole.tflite;

import java.util.List;
import java.util.stream.Stream;
import systole.layer.Support;

/**
 * A kind of operator that can be read.
 *
 * @param code one of {@link org.tensorflow.lite.schema.BuiltinOperator}
 * @param name begins the names of its layers
 * @param operands which of its inputs are computed ones
 * @param reader translates it
 * @param support what is documented
 */
record OperatorKind(int code, String name, Operands operands, OperatorReader reader, Support support) {
    /** Which inputs are computed, the others being constants that the reader makes part of the layers. */
    enum Operands {
        /** The first. */
        FIRST,
        /** All. */
        ALL,
        /** Any: the file tells. */
        ANY
    }

    /** The tensors that the operator's layers read. */
    List<Integer> reads(FileOperator operator, FileModel model) {
        Stream<Integer> inputs = operator.inputs().stream();
        return switch (operands) {
            case FIRST -> inputs.limit(1).toList();
            case ALL -> inputs.toList();
            case ANY -> inputs.filter(i -> i < 0 || model.tensor(i).computed()).toList();
        };
    }
}
