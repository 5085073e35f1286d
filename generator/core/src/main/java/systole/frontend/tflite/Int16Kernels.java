package systole.frontend.tflite;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import systole.network.IntType;
import systole.network.TensorType;

/** The operators that are read with elements of int16: those whose reference kernels have a form for them. */
final class Int16Kernels {
    static final Set<String> NAMES = new TreeSet<>(List.of(
            "ADD",
            "AVERAGE_POOL_2D",
            "CONCATENATION",
            "CONV_2D",
            "DEPTHWISE_CONV_2D",
            "EXPAND_DIMS",
            "FULLY_CONNECTED",
            "LEAKY_RELU",
            "LOGISTIC",
            "MAXIMUM",
            "MAX_POOL_2D",
            "MEAN",
            "MINIMUM",
            "MUL",
            "PACK",
            "PAD",
            "PADV2",
            "QUANTIZE",
            "RELU",
            "RELU6",
            "RESHAPE",
            "RESIZE_NEAREST_NEIGHBOR",
            "REVERSE_V2",
            "SLICE",
            "SPLIT",
            "SPLIT_V",
            "SQUEEZE",
            "STRIDED_SLICE",
            "SUB",
            "TANH",
            "TRANSPOSE",
            "UNPACK"));

    private Int16Kernels() {}

    /** Refuses an operator that has elements of int16 but is not one of these. */
    static void check(TfliteOperator op, String kind, List<TensorType> inputs) {
        boolean wide = inputs.stream().anyMatch(input -> isWide(input.type()))
                || (op.yieldsElements() && isWide(op.output().type()));
        if (wide && !NAMES.contains(kind)) {
            throw op.refused(
                    "it computes with int16",
                    "with int16 there are " + String.join(", ", NAMES) + "; convert with int8 activations, or put a"
                            + " QUANTIZE to int8 in front of it and one to int16 behind it");
        }
    }

    private static boolean isWide(IntType type) {
        return type.equals(IntType.INT16);
    }
}
