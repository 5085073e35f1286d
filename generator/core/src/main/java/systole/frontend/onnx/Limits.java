package systole.frontend.onnx;

import java.util.stream.Stream;
import systole.network.Activation.Clamp;
import systole.network.Quantized;

/**
 * What clips do to each real number before it is quantized.
 *
 * @param clip all of them, one after the other
 */
record Limits(RealFunction clip) {
    /** No clip. */
    static final Limits NONE = new Limits(x -> x);

    Limits then(RealFunction next) {
        return new Limits(clip.then(next));
    }

    /** True if a quantized type keeps to the limits by itself. */
    boolean areThoseOf(Quantized element) {
        return Stream.of(element.type().min(), element.type().max())
                .map(integer -> Reals.dequantize(integer, element))
                .allMatch(real -> clip.of(real) == real);
    }

    /** The limits of the integers of a type. Quantizing never changes the order of two numbers. */
    Clamp clamp(Quantized element) {
        return new Clamp(
                limit(element, element.type().min()),
                limit(element, element.type().max()));
    }

    private int limit(Quantized element, int integer) {
        return Reals.quantize(clip.of(Reals.dequantize(integer, element)), element);
    }
}
