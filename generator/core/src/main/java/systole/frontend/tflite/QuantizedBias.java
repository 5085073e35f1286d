package systole.frontend.tflite;

import com.google.flatbuffers.Table;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.TensorType;

/**
 * The attribute {@code quantized_bias_type} of convolutions and of matrix products, which the schema's own classes do
 * not have yet. Operators of int16 compute with sums of this type.
 */
final class QuantizedBias extends Table {
    /** The places of the attribute in the tables of attributes. */
    private static final int OF_CONVOLUTIONS = 16;

    private static final int OF_PRODUCTS = 12;

    private QuantizedBias() {}

    /** True if an operator of int16 sums in 32 bits, false if in 64 bits. */
    static boolean isInt32(TfliteOperator op) {
        boolean declared = declares(op, BuiltinOptions.Conv2DOptions, OF_CONVOLUTIONS)
                || declares(op, BuiltinOptions.FullyConnectedOptions, OF_PRODUCTS);
        return declared || (op.has(2) && op.tensor(2).type() == TensorType.INT32);
    }

    private static boolean declares(TfliteOperator op, byte options, int place) {
        return op.optional(options, new QuantizedBias())
                .map(bias -> bias.type(place) == TensorType.INT32)
                .orElse(false);
    }

    private byte type(int place) {
        int offset = __offset(place);
        return offset == 0 ? TensorType.FLOAT32 : bb.get(offset + bb_pos);
    }
}
