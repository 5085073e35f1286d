package systole.frontend.tflite;

import com.google.flatbuffers.Table;
import java.util.List;
import java.util.Optional;
import org.tensorflow.lite.schema.Operator;

/**
 * An operator as the file describes it.
 *
 * @param index its place in the order of execution, from 0
 * @param code one of {@link org.tensorflow.lite.schema.BuiltinOperator}, or unknown
 * @param kind the code's name
 * @param inputs indices of tensors, -1 for an input that is left out
 * @param outputs indices of tensors
 * @param intermediates indices of tensors that describe values inside the operator
 * @param table the table with its options
 */
record FileOperator(
        int index,
        int code,
        String kind,
        List<Integer> inputs,
        List<Integer> outputs,
        List<Integer> intermediates,
        Operator table) {
    FileOperator {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        intermediates = List.copyOf(intermediates);
    }

    /** The same operator with other inputs. */
    FileOperator withInputs(List<Integer> others) {
        return new FileOperator(index, code, kind, others, outputs, intermediates, table);
    }

    /**
     * The operator's own attributes; empty if it has none of this type.
     *
     * @param type one of {@link org.tensorflow.lite.schema.BuiltinOptions}
     * @param options receives them
     */
    <T extends Table> Optional<T> options(byte type, T options) {
        boolean present = table.builtinOptionsType() == type && table.builtinOptions(options) != null;
        return present ? Optional.of(options) : Optional.empty();
    }

    /** The operator in the words of messages: {@code operator 3 CONV_2D}. */
    @Override
    public String toString() {
        return "operator " + index + " " + kind;
    }
}
