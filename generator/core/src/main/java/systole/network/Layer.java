package systole.network;

import java.util.List;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;

/**
 * One operation of a quantized network with exact integer semantics: an immutable record, compared by value.
 *
 * <p>The interface is open on purpose. Each kind lives in its own package below {@code systole.layer} and is listed in
 * the catalog.
 */
public interface Layer {
    /** The kind's name in the text form, such as {@code conv2d}. */
    String kind();

    /**
     * Infers the output type and validates everything that depends on the inputs.
     *
     * @param inputs the inputs' types; as many as {@link #arity()} accepts
     * @param where position to report problems at
     * @param problems receives every problem found
     * @return the output type, or any plausible type if problems were reported
     */
    TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems);

    /** The number of inputs that the layer takes. */
    default Arity arity() {
        return Arity.ONE;
    }

    /** True if a frame's output depends on earlier frames. */
    default boolean stateful() {
        return false;
    }

    /** Multiply-accumulate operations of one frame, padding included. */
    default long macs(List<TensorType> inputs, TensorType output) {
        return 0;
    }

    /** Number of trained parameters: weights and biases. */
    default long parameters() {
        return 0;
    }
}
