package systole.layer.lstm;

import java.util.Arrays;
import java.util.List;
import systole.golden.Golden;
import systole.layer.mac.Mac;
import systole.network.Quantized;
import systole.network.Requantizer;
import systole.network.TensorType;

/** Computes an LSTM. */
public final class LstmGolden implements Golden<Lstm> {
    @Override
    public Kernel prepare(Lstm layer, List<TensorType> inputs, TensorType output) {
        return new Steps(layer, inputs.get(0));
    }

    private static final class Steps implements Kernel {
        private final Lstm layer;
        private final int steps;
        private final Levels kernel;
        private final Levels recurrent;
        private final CellArithmetic arithmetic;
        private final Requantizer hidden;
        private final int[] h;
        private final int[] c;

        Steps(Lstm layer, TensorType input) {
            this.layer = layer;
            steps = input.shape().width();
            kernel = new Levels(layer.kernelMac(), input.element());
            recurrent = new Levels(layer.recurrentMac(), layer.output());
            arithmetic = layer.cell().arithmetic();
            hidden = layer.hiddenRequantizer();
            h = new int[layer.units()];
            c = new int[layer.units()];
            reset();
        }

        @Override
        public void reset() {
            Arrays.fill(h, layer.output().zero());
            Arrays.fill(c, 0);
        }

        @Override
        public void run(List<int[]> frame, int[] out) {
            if (!layer.stateful()) {
                reset();
            }
            int[] x = frame.get(0);
            for (int t = 0; t < steps; t++) {
                kernel.of(x, t * kernel.columns);
                recurrent.of(h, 0);
                step();
                if (layer.sequence() || t == steps - 1) {
                    System.arraycopy(h, 0, out, layer.sequence() ? t * h.length : 0, h.length);
                }
            }
        }

        private void step() {
            for (int unit = 0; unit < h.length; unit++) {
                int i = arithmetic.sigmoid(gate(0, unit));
                int f = arithmetic.sigmoid(gate(1, unit));
                int g = arithmetic.tanh(gate(2, unit));
                int o = arithmetic.sigmoid(gate(3, unit));
                c[unit] = arithmetic.next(c[unit], i, f, g);
                long level = hidden.apply(0, (long) o * arithmetic.cellTanh(c[unit]));
                h[unit] = layer.output().type().clamp(level + layer.output().zero());
            }
        }

        private int gate(int gate, int unit) {
            int row = gate * h.length + unit;
            return arithmetic.gate(kernel.levels[row], recurrent.levels[row]);
        }
    }

    /** A matrix product and its requantization. */
    private static final class Levels {
        private final int columns;
        private final int[] weights;
        private final int[] bias;
        private final int zero;
        private final Requantizer requantizer;
        private final long[] levels;

        Levels(Mac mac, Quantized input) {
            columns = mac.taps();
            weights = mac.weights().toArray();
            bias = mac.bias().toArray();
            zero = input.zero();
            requantizer = mac.requantizer(input);
            levels = new long[mac.channels()];
        }

        void of(int[] vector, int from) {
            for (int row = 0; row < levels.length; row++) {
                long sum = bias[row];
                for (int k = 0; k < columns; k++) {
                    sum += (long) weights[row * columns + k] * (vector[from + k] - zero);
                }
                levels[row] = requantizer.apply(row, sum);
            }
        }
    }
}
