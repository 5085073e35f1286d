package systole.tflite;

import java.util.List;

/**
 * A kind of operator that can be read.
 *
 * @param code one of {@link org.tensorflow.lite.schema.BuiltinOperator}
 * @param name begins the names of its layers
 * @param operands how many of its inputs are computed ones, the rest being constants; {@link #ALL} of them
 * @param reader translates it
 */
record OperatorKind(int code, String name, int operands, OperatorReader reader) {
    /** Every input is a computed one. */
    static final int ALL = Integer.MAX_VALUE;

    /** The tensors that the operator's layers read. */
    List<Integer> reads(FileOperator operator) {
        return operator.inputs().stream().limit(operands).toList();
    }
}
