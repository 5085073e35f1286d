package systole.layer.lstm;

import java.util.stream.IntStream;

/**
 * The sigmoid at every 1/24, interpolated; {@code tanh(x) = 2 * sigmoid(2x) - 1} from the same table. Arguments are in
 * units of 2^-12 / 3, and results in Q0.15.
 *
 * <p>Source: TensorFlow Lite 2.18 {@code reference/integer_ops/logistic.h}, {@code tanh.h}.
 */
public final class SigmoidTable {
    private static final int ENTRIES = 256;
    private static final int LAST = ENTRIES - 1;
    private static final int ONE = 0xffff; // Q0.16, the nearest number
    private static final double STEP = 1 / 24.0;
    /** The table of sigmoids in Q0.16. */
    private static final int[] SIGMOID =
            IntStream.range(0, ENTRIES).map(SigmoidTable::entry).toArray();

    private SigmoidTable() {}

    /**
     * The sigmoid at a multiple of {@link #STEP}, raised by STEP^2 / 16 of its curvature, which is half of the greatest
     * distance of a chord below the curve. The last entry is 1.
     */
    private static int entry(int i) {
        double s = 1 / (1 + Math.exp(-i * STEP));
        double curvature = s * (1 - s) * (2 * s - 1);
        return i == LAST ? ONE : (int) Math.round(Math.scalb(s + STEP * STEP / 16 * curvature, 16));
    }

    public static int sigmoid(int x) {
        int magnitude = Math.abs(x);
        int result = magnitude >> 9 >= LAST ? 0x7fff << 10 : interpolated(magnitude, 9);
        return (x >= 0 ? result + (1 << 9) : (1 << 25) - result + (1 << 9) - 1) >> 10;
    }

    public static int tanh(int x) {
        int magnitude = Math.abs(x);
        int result = magnitude >> 8 >= LAST ? ONE << 8 : interpolated(magnitude, 8);
        return (x >= 0 ? result - (1 << 23) + (1 << 7) : -result + (1 << 23) + (1 << 7) - 1) >> 8;
    }

    private static int interpolated(int magnitude, int bits) {
        int below = SIGMOID[magnitude >> bits];
        int above = SIGMOID[(magnitude >> bits) + 1];
        return (below << bits) + (magnitude & ((1 << bits) - 1)) * (above - below);
    }
}
