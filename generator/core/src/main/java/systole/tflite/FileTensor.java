package systole.tflite;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.tensorflow.lite.schema.TensorType;

/**
 * A tensor as the file describes it.
 *
 * @param name as in the file, shortened; only for messages
 * @param type one of {@link TensorType}, or unknown
 * @param dims with the batch; where the size is open, 1
 * @param openDims the size of a dimension other than the first is open
 * @param scales one, one for each channel, or none
 * @param zeros as many as scales
 * @param channelAxis the dimension that several scales belong to
 * @param sparse the data leave zeros out
 * @param variable kept from frame to frame until the runtime is told to reset it
 * @param data of a constant
 */
record FileTensor(
        String name,
        byte type,
        List<Integer> dims,
        boolean openDims,
        List<Float> scales,
        List<Long> zeros,
        int channelAxis,
        boolean sparse,
        boolean variable,
        Optional<ByteBuffer> data) {
    FileTensor {
        dims = List.copyOf(dims);
        scales = List.copyOf(scales);
        zeros = List.copyOf(zeros);
    }

    /** True for an input or a result, false for a constant. */
    boolean computed() {
        return data.isEmpty();
    }

    boolean isFloat() {
        return type == TensorType.FLOAT32 || type == TensorType.FLOAT16;
    }

    String typeName() {
        return type >= 0 && type < TensorType.names.length ? TensorType.name(type) : "of type " + type;
    }

    /** As in a message: {@code tensor 'x'}. */
    @Override
    public String toString() {
        return "tensor '" + name + "'";
    }
}
