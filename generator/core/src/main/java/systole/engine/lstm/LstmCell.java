package systole.engine.lstm;

import java.util.Arrays;
import java.util.Optional;
import systole.engine.Storage;
import systole.engine.requant.Requantized;
import systole.form.curve.Curve;
import systole.form.requant.MultiplyShift;
import systole.network.Range;

/**
 * The computation from the inputs of the gates to h:
 * {@code c = span(kept(f * c) + added(i * g)), h = hidden(o * cellTanh(c))}.
 *
 * @param sigmoid the function of the gates i, f and o
 * @param tanh the function of the gate g
 * @param cellTanh the function of a cell state
 * @param kept divides a product by a power of two and rounds it
 * @param added divides a product by a power of two and rounds it
 * @param span the limits of a cell state, within int16
 * @param hidden turns a product into an element of h
 */
public record LstmCell(
        Curve sigmoid,
        Curve tanh,
        Curve cellTanh,
        MultiplyShift kept,
        MultiplyShift added,
        Range span,
        Requantized hidden) {
    public LstmCell {
        if (!isShift(kept) || !isShift(added)) {
            throw new IllegalArgumentException("the products of a cell are divided by powers of two");
        }
    }

    /** True if a form multiplies by 1, so that it only rounds. */
    static boolean isShift(MultiplyShift form) {
        return Arrays.stream(form.mult()).allMatch(m -> m == 1) && !form.tiesToEven();
    }

    /** The form of the hidden requantizer if it only rounds and does not saturate any product first. */
    public Optional<MultiplyShift> shift() {
        return hidden.form() instanceof MultiplyShift form && isShift(form) && form.accBits() == PRODUCT_BITS
                ? Optional.of(form)
                : Optional.empty();
    }

    /** Bits of a product of two int16. */
    public static final int PRODUCT_BITS = 32;

    /** True if the limits of a cell state are those of int16. */
    boolean unlimited() {
        return span.equals(Range.ofSigned(16));
    }

    /** Cycles from a gate's input to its value, the same for every gate. */
    public int gateLatency() {
        return Math.max(sigmoid.latency(), tanh.latency());
    }

    /** Cycles from a unit's gates to its h. */
    public int latency() {
        return (unlimited() ? 3 : 4)
                + cellTanh.latency()
                + 1
                + (shift().isPresent() ? 2 : hidden.latency(1, Storage.USUAL));
    }
}
