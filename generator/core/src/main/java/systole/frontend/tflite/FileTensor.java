package systole.frontend.tflite;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.tensorflow.lite.schema.TensorType;

/**
 * A tensor as the file describes it.
 *
 * @param name its name in the file, shortened, for messages only
 * @param type one of {@link TensorType}, or unknown
 * @param dims its dimensions with the batch; 1 if a size is open
 * @param openDims true if the size of a dimension other than the first is open
 * @param scales one, one for each channel, or none
 * @param zeros as many as scales
 * @param channelAxis the dimension that several scales belong to
 * @param sparse true if the data leave out zeros
 * @param variable true if it is kept from frame to frame until the runtime resets it
 * @param data the data of a constant
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

    /** The tensor in the words of messages: {@code tensor 'x'}. */
    @Override
    public String toString() {
        return "tensor '" + name + "'";
    }
}
