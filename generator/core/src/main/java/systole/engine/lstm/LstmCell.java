package systole.engine.lstm;

import java.util.Arrays;
import java.util.Optional;
import systole.engine.requant.Requantized;
import systole.form.curve.Curve;
import systole.form.requant.MultiplyShift;
import systole.network.Range;

/**
 * What an LSTM computes of the gates' inputs: {@code c = span(kept(f * c) + added(i * g)), h = hidden(o * cellTanh(c))}.
 *
 * @param sigmoid of the inputs of i, f and o
 * @param tanh of the input of g
 * @param cellTanh of a cell state
 * @param kept rounds a product by a power of two
 * @param added rounds a product by a power of two
 * @param span the limits of a cell state, within int16
 * @param hidden from a product to an element of h
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

    /** True if a form multiplies by 1, so that it rounds and no more. */
    static boolean isShift(MultiplyShift form) {
        return Arrays.stream(form.mult()).allMatch(m -> m == 1) && !form.tiesToEven();
    }

    /** The form of the hidden requantizer where it rounds and no more, all products taken as they are. */
    public Optional<MultiplyShift> shift() {
        return hidden.form() instanceof MultiplyShift form && isShift(form) && form.accBits() == PRODUCT_BITS
                ? Optional.of(form)
                : Optional.empty();
    }

    /** Bits of a product of two int16. */
    public static final int PRODUCT_BITS = 32;

    /** True if the span is that of int16. */
    boolean unlimited() {
        return span.equals(Range.ofSigned(16));
    }

    /** Cycles from a gate's input to its value, as long for each gate. */
    public int gateLatency() {
        return Math.max(sigmoid.latency(), tanh.latency());
    }

    /** Cycles from a unit's gates to its h. */
    public int latency() {
        return (unlimited() ? 3 : 4) + cellTanh.latency() + 1 + (shift().isPresent() ? 2 : hidden.latency());
    }
}
