package systole.frontend.tflite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.TensorType;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.Quantized;

/**
 * The value that a variable has before the first frame.
 *
 * @param tensor what is assigned
 * @param reals the constant of real numbers that a QUANTIZE turns into it; empty if it is a constant itself
 */
record InitialValue(FileTensor tensor, Optional<FileTensor> reals) {
    /** True if the value is known when the model is read. */
    boolean constant() {
        return !tensor.computed()
                || reals.filter(r -> !r.computed() && r.type() == TensorType.FLOAT32)
                        .isPresent();
    }

    /** The raw integers of a known value, or a refusal. */
    int[] decode() {
        return reals.isEmpty() ? new Constants().decode(tensor).toArray() : quantized(reals.get());
    }

    /** {@code reference/quantize.h}. */
    private int[] quantized(FileTensor floats) {
        Quantized to = Activations.element(tensor);
        ByteBuffer content =
                floats.data().orElse(ByteBuffer.allocate(0)).slice().order(ByteOrder.LITTLE_ENDIAN);
        long count = Activations.type(tensor).shape().elements();
        if (content.remaining() != count * Float.BYTES) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    floats + " holds " + content.remaining() + " bytes for " + count + " real numbers",
                    "convert the model again");
        }
        float scale = (float) to.scale();
        return IntStream.range(0, (int) count)
                .map(i -> to.type()
                        .clamp((long) to.zero() + (int) FloatTable.halfAway(content.getFloat(i * Float.BYTES) / scale)))
                .toArray();
    }
}
