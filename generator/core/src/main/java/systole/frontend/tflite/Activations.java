package systole.frontend.tflite;

import java.util.List;
import java.util.Map;
import org.tensorflow.lite.schema.TensorType;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Shape;

/** The types of computed tensors: integers of 8 or 16 bits with one scale and one zero point. */
final class Activations {
    private static final Map<Byte, IntType> TYPES =
            Map.of(TensorType.INT8, IntType.INT8, TensorType.UINT8, IntType.UINT8, TensorType.INT16, IntType.INT16);

    private Activations() {}

    /** The type of a tensor, or a refusal. */
    static systole.network.TensorType type(FileTensor tensor) {
        return new systole.network.TensorType(shape(tensor), element(tensor));
    }

    /** True if a tensor has elements that a computed tensor may have. */
    static boolean isComputable(FileTensor tensor) {
        return TYPES.containsKey(tensor.type());
    }

    /** The elements of a tensor, or a refusal. */
    static Quantized element(FileTensor tensor) {
        if (!isComputable(tensor)) {
            throw refused(
                    tensor + " is " + tensor.typeName(),
                    "int8, uint8 and int16 are supported; convert with int8 activations");
        }
        if (tensor.scales().size() != 1 || tensor.zeros().size() != 1) {
            throw refused(
                    tensor + " has " + tensor.scales().size() + " scales and "
                            + tensor.zeros().size() + " zero points",
                    "a computed tensor has one of each; quantize the whole model");
        }
        float scale = tensor.scales().get(0);
        long zero = tensor.zeros().get(0);
        IntType type = TYPES.get(tensor.type());
        if (!(scale > 0) || Float.isInfinite(scale) || !type.contains(zero)) {
            throw refused(
                    tensor + " has scale " + scale + " and zero point " + zero,
                    "a scale is positive, and a zero point one of " + type.min() + ".." + type.max());
        }
        if (type.equals(IntType.INT16) && zero != 0) {
            throw refused(
                    tensor + " is INT16 with the zero point " + zero,
                    "the kernels for int16 are symmetric: convert again, with a zero point of 0");
        }
        return new Quantized(type, scale, (int) zero);
    }

    /** The shape without the batch and without further leading dimensions of 1. */
    private static Shape shape(FileTensor tensor) {
        List<Integer> dims = tensor.dims();
        if (tensor.openDims()) {
            throw refused(tensor + " has dimensions of open size", "convert the model for one fixed input size");
        }
        int from = dims.size() > 1 && dims.get(0) == 1 ? 1 : 0;
        while (dims.size() - from > 3 && dims.get(from) == 1) {
            from++;
        }
        if (dims.isEmpty()) {
            return Shape.of(1);
        }
        if (dims.size() - from > 3) {
            throw refused(
                    tensor + " is " + dims,
                    "convert the model for a batch of 1, with [height, width, channels] at most in each tensor");
        }
        try {
            return new Shape(dims.subList(from, dims.size()));
        } catch (IllegalArgumentException e) {
            throw refused(tensor + ": " + e.getMessage(), "");
        }
    }

    private static RefusedException refused(String message, String hint) {
        return RefusedException.of(SourceRef.NONE, message, hint);
    }
}
