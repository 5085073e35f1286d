package systole.layer.lstm;

import systole.network.FixedPoint;
import systole.network.Requantizer;
import systole.network.Requantizers;

/**
 * {@link GateKind#TABLE}: the functions of {@link SigmoidTable}.
 *
 * <p>Source: TensorFlow Lite for Microcontrollers {@code lstm_eval.cc}.
 */
final class TableGates implements GateFunctions {
    @Override
    public int sigmoid(int u) {
        return SigmoidTable.sigmoid(3 * u);
    }

    @Override
    public int tanh(int x, int fraction) {
        int shift = fraction - 12;
        return SigmoidTable.tanh(shift > 0 ? (int) FixedPoint.halfUp(3L * x, shift) : (3 * x) << -shift);
    }

    @Override
    public Requantizer product(int shift) {
        return Requantizers.of(FixedPoint.quantizeMultiplier(Math.scalb(1.0, -shift)));
    }
}
