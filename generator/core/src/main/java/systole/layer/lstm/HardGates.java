package systole.layer.lstm;

import java.util.List;
import systole.network.Requantization.Pow2;
import systole.network.Requantization.ShiftRounding;
import systole.network.Requantizer;
import systole.network.Requantizers;

/** {@link GateKind#HARD}: shifts and clamps. */
final class HardGates implements GateFunctions {
    private static final int ONE = (1 << 15) - 1; // Q0.15, the nearest number
    private static final int HALF = 1 << 14;

    @Override
    public int sigmoid(int u) {
        return Math.max(0, Math.min(ONE, 2 * u + HALF));
    }

    @Override
    public int tanh(int x, int fraction) {
        return (int) Math.max(-ONE, Math.min(ONE, (long) x << (15 - fraction)));
    }

    @Override
    public Requantizer product(int shift) {
        return Requantizers.of(new Pow2(ShiftRounding.HALF_UP, List.of(shift)), 1, 1);
    }
}
