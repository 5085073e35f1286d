package systole.layer.lstm;

import java.util.Collections;
import java.util.List;
import systole.layer.mac.Mac;
import systole.layer.mac.MacTerms;
import systole.network.Activation.Named;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.Scaled;
import systole.network.Requantization.Shift;
import systole.network.Window;

/**
 * One of the two matrices of an LSTM, for all four gates in the order i, f, g, o: row {@code gate * units + unit}.
 *
 * @param weights [4 * units, columns]
 * @param bias [4 * units] in accumulator units, or empty for none
 * @param requant from accumulators to gate inputs of Q3.12: one value for all, one for each gate, or one for each row
 */
public record GateMatrix(IntTensor weights, IntTensor bias, Requantization requant) {
    /** The number of gates: i, f, g and o. */
    public static final int GATES = 4;

    /** The type of gate inputs: Q3.12. */
    public static final Quantized GATE_INPUT = new Quantized(IntType.INT16, Math.scalb(1.0, -12), 0);

    /** The number of rows of one gate. */
    public int units() {
        return weights.dim(0) / GATES;
    }

    /** The width of the vector that is multiplied. */
    public int columns() {
        return weights.dim(1);
    }

    /** The levels before they are clamped, as a pointwise convolution to Q3.12 whose output channels are the rows. */
    public Mac mac(IntType weightType) {
        IntTensor canonical = weights.reshaped(List.of(weights.dim(0), 1, 1, columns()));
        return new MacTerms(canonical, weightType, bias, byRow(), Named.NONE, GATE_INPUT)
                .on(canonical, Window.POINT, 1, true);
    }

    private Requantization byRow() {
        if (requant.values() != GATES) {
            return requant;
        } else if (requant instanceof Scaled s) {
            return new Scaled(s.rounding(), byRow(s.weightScales()));
        } else if (requant instanceof Shift s) {
            return new Shift(byRow(s.mul()), byRow(s.add()), s.log2());
        } else if (requant instanceof Pow2 p) {
            return new Pow2(p.rounding(), byRow(p.shift()));
        }
        return requant;
    }

    private <T> List<T> byRow(List<T> values) {
        return values.size() == 1
                ? values
                : values.stream()
                        .flatMap(v -> Collections.nCopies(units(), v).stream())
                        .toList();
    }
}
