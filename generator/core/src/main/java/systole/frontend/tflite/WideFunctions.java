package systole.frontend.tflite;

import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import systole.layer.lstm.SigmoidTable;
import systole.network.Quantized;

/**
 * LOGISTIC and TANH of int16: a table of sigmoids, interpolated. {@code activations.cc} and {@code
 * reference/integer_ops/logistic.h}, {@code tanh.h}.
 */
final class WideFunctions {
    private static final OptionalInt OUTPUT_LOG2 = OptionalInt.of(-15);
    private static final double TABLE_SCALE = 3.0 * 4096;
    private static final int INPUT_FRACTION = 12;
    private static final int MAX_SHIFT = 31;

    private WideFunctions() {}

    static IntUnaryOperator logistic(Quantized input, Quantized output) {
        IntUnaryOperator place = place(input, output, 0);
        return x -> SigmoidTable.sigmoid(place.applyAsInt(x));
    }

    static IntUnaryOperator tanh(Quantized input, Quantized output) {
        IntUnaryOperator place = place(input, output, 1);
        return x -> SigmoidTable.tanh(place.applyAsInt(x));
    }

    /**
     * The place of an element in the table, in units of 2^-12 / 3.
     *
     * @param maxShift the largest shift of a power of two that the kernel applies without rounding
     */
    private static IntUnaryOperator place(Quantized input, Quantized output, int maxShift) {
        if (!PowersOfTwo.log2(output.scale()).equals(OUTPUT_LOG2)) {
            throw new IllegalArgumentException(
                    "the output's scale is " + output.scale() + ", and that of the kernel for int16 is 1 / 32768");
        }
        OptionalInt log = PowersOfTwo.log2(input.scale());
        int exponent = log.orElse(-1 - INPUT_FRACTION) + INPUT_FRACTION;
        if (exponent >= 0 && exponent <= maxShift) {
            return x -> x * (3 << exponent);
        }
        double multiplier = input.scale() * TABLE_SCALE;
        int shift = 0;
        while (multiplier <= Short.MAX_VALUE / 2.0 && shift < MAX_SHIFT) {
            shift++;
            multiplier *= 2;
        }
        if (multiplier > Short.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "the input's scale is " + input.scale() + ", too large for the kernel for int16");
        }
        int factor = (int) multiplier;
        int right = shift;
        int half = right == 0 ? 0 : 1 << (right - 1);
        return x -> (x * factor + half) >> right;
    }
}
