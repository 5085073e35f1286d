package systole.frontend.onnx;

import java.util.List;
import java.util.Optional;
import systole.network.Activation;
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
 */
record Outcome(Optional<Shift> shift, Quantized element, Activation activation) {
    static Outcome scaled(Quantized element) {
        return new Outcome(Optional.empty(), element, Activation.Named.NONE);
    }

    /** The requantization from sums to levels. */
    Requantization requantization(List<Double> weightScales) {
        return shift.isPresent() ? shift.get() : new Scaled(ScaleRounding.FLOAT_HALF_EVEN, weightScales);
    }
}
