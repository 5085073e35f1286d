package systole.tflite;

import java.util.List;
import java.util.stream.Stream;
import systole.layer.Support;

/**
 * A kind of operator that can be read.
 *
 * @param code one of {@link org.tensorflow.lite.schema.BuiltinOperator}
 * @param name the start of the names of its layers
 * @param operands the inputs that are computed tensors
 * @param reader translates it
 * @param support its line in the documentation
 */
record OperatorKind(int code, String name, Operands operands, OperatorReader reader, Support support) {
    /** The inputs that are computed tensors. The others are constants, which the reader makes part of the layers. */
    enum Operands {
        /** Only the first input. */
        FIRST,
        /** All inputs. */
        ALL,
        /** Any inputs, as the file says. */
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
