package systole.frontend.onnx;

import java.util.List;
import java.util.Optional;
import systole.network.Activation;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Requantization.Shift;

/**
 * The way in which an operator's sums become integers.
 *
 * @param shift the shift of the integer dialect; empty if scales are given
 * @param element the element of the result
 * @param activation narrows the result
 * @param once true if the exact real number is rounded once, unlike in the runtime
 * @param kernel the type of the result for ONNX Runtime's kernels
 */
record Outcome(Optional<Shift> shift, Quantized element, Activation activation, boolean once, IntType kernel) {
    static Outcome scaled(Quantized element) {
        return scaled(element, element.type());
    }

    static Outcome scaled(Quantized element, IntType kernel) {
        return new Outcome(Optional.empty(), element, Activation.Named.NONE, false, kernel);
    }

    /** The exact real number within limits, rounded once. */
    static Outcome once(Quantized element, Activation limits) {
        return new Outcome(Optional.empty(), element, limits, true, element.type());
    }

    /** True if the sums of a channel are multiplied by a negative number, which no requantizer does. */
    boolean isFalling(int channel) {
        return shift.filter(s -> s.mul().get(Math.min(channel, s.mul().size() - 1)) < 0)
                .isPresent();
    }

    /** The same result from sums that are negated where this one is falling. */
    Outcome rising() {
        Optional<Shift> positive =
                shift.map(s -> new Shift(s.mul().stream().map(Math::abs).toList(), s.add(), s.log2()));
        return new Outcome(positive, element, activation, once, kernel);
    }

    /** True if ONNX Runtime has a kernel from one type to that of the result, as all of its kernels have one type. */
    boolean isLike(IntType input, IntType inputOfKernel) {
        return shift.isPresent() || once || element.type().equals(input) || kernel.equals(inputOfKernel);
    }

    /** The requantization from sums to levels. */
    Requantization requantization(List<Double> weightScales) {
        ScaleRounding rounding = once ? ScaleRounding.EXACT : ScaleRounding.FLOAT_HALF_EVEN;
        return shift.isPresent() ? shift.get() : new Scaled(rounding, weightScales);
    }
}
