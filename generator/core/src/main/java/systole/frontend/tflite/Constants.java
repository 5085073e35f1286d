package systole.frontend.tflite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.tensorflow.lite.schema.TensorType;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.IntTensor;

/** Decodes the integers of constant tensors. */
final class Constants {
    /** The most values of all constants together. A damaged file may name the same constant many times. */
    private static final long MAX_VALUES = 1L << 24;

    private static final Map<Byte, Integer> BITS = Map.of(
            TensorType.INT4, 4,
            TensorType.INT8, 8,
            TensorType.UINT8, 8,
            TensorType.INT16, 16,
            TensorType.INT32, 32,
            TensorType.INT64, 64);

    private long values;

    /** The values of a constant of integers, or a refusal. */
    IntTensor decode(FileTensor tensor) {
        Optional<Integer> bits = Optional.ofNullable(BITS.get(tensor.type()));
        if (bits.isEmpty()) {
            throw refused(tensor + " is " + tensor.typeName(), "a constant is made of integers");
        }
        if (tensor.sparse()) {
            throw refused(tensor + " is sparse: zeros are left out", "convert the model with dense weights");
        }
        long count = count(tensor);
        long bytes = tensor.data().map(ByteBuffer::remaining).orElse(0);
        if ((count * bits.get() + 7) / 8 != bytes) {
            throw refused(
                    tensor + " is " + tensor.dims() + " and holds " + bytes + " bytes", "convert the model again");
        }
        values += count;
        if (values > MAX_VALUES) {
            throw refused("the constants hold more than " + MAX_VALUES + " values", "use a smaller model");
        }
        int[] data = new int[(int) count];
        ByteBuffer content =
                tensor.data().orElse(ByteBuffer.allocate(0)).slice().order(ByteOrder.LITTLE_ENDIAN);
        IntUnaryOperator element = element(tensor.type(), content);
        for (int i = 0; i < data.length; i++) {
            data[i] = element.applyAsInt(i);
        }
        return new IntTensor(tensor.dims(), data);
    }

    private static long count(FileTensor tensor) {
        long count = 1;
        for (int dim : tensor.dims()) {
            if (dim < 0 || count * dim > MAX_VALUES) {
                throw refused(tensor + " is " + tensor.dims(), "a constant has at most " + MAX_VALUES + " values");
            }
            count *= dim;
        }
        return count;
    }

    private static IntUnaryOperator element(byte type, ByteBuffer data) {
        return switch (type) {
            case TensorType.INT4 -> i -> (byte) (data.get(i / 2) << (4 - 4 * (i % 2))) >> 4;
            case TensorType.INT8 -> data::get;
            case TensorType.UINT8 -> i -> Byte.toUnsignedInt(data.get(i));
            case TensorType.INT16 -> i -> data.getShort(2 * i);
            case TensorType.INT32 -> i -> data.getInt(4 * i);
            default -> i -> narrow(data.getLong(8 * i));
        };
    }

    private static int narrow(long value) {
        if (value != (int) value) {
            throw refused(
                    "a constant of 64 bits holds " + value,
                    "values of up to 32 bits are supported; a bias of more belongs to a channel whose weights have too"
                            + " small a scale");
        }
        return (int) value;
    }

    private static RefusedException refused(String message, String hint) {
        return RefusedException.of(SourceRef.NONE, message, hint);
    }
}
