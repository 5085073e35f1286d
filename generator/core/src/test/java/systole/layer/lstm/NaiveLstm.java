package systole.layer.lstm;

import systole.network.IntTensor;
import systole.network.Requantization;
import systole.network.Requantization.Pow2;

/** An LSTM with hard gates and power-of-two shifts, as its definition reads, in numbers with a fraction. */
final class NaiveLstm {
    private final Lstm layer;
    private final int features;
    private final int inputZero;
    private final int units;
    private final double[] h;
    private final double[] c;

    NaiveLstm(Lstm layer, int features, int inputZero) {
        this.layer = layer;
        this.features = features;
        this.inputZero = inputZero;
        units = layer.units();
        h = new double[units];
        c = new double[units];
    }

    /** h of every step, as integers of the output. */
    int[][] run(int[] frame) {
        int[][] all = new int[frame.length / features][];
        for (int t = 0; t < all.length; t++) {
            double[] x = new double[features];
            for (int k = 0; k < features; k++) {
                x[k] = frame[t * features + k] - inputZero;
            }
            all[t] = step(x);
        }
        return all;
    }

    private int[] step(double[] x) {
        double[][] gates = new double[GateMatrix.GATES][units];
        for (int gate = 0; gate < GateMatrix.GATES; gate++) {
            for (int unit = 0; unit < units; unit++) {
                double ofKernel = clamp16(level(layer.kernel(), gate * units + unit, x));
                double u = clamp16(ofKernel + level(layer.recurrent(), gate * units + unit, h));
                double real = u / 4096;
                gates[gate][unit] = gate == 2 ? tanh(real) : sigmoid(real);
            }
        }
        int[] out = new int[units];
        for (int unit = 0; unit < units; unit++) {
            double step = Math.pow(2, -layer.cell().fraction());
            double kept = Math.floor(gates[1][unit] * c[unit] + 0.5);
            double added = Math.floor(gates[0][unit] * gates[2][unit] / step + 0.5);
            c[unit] = clamp16(kept + added);
            if (layer.cell().clip() > 0) {
                c[unit] = Math.max(-layer.cell().clip(), Math.min(layer.cell().clip(), c[unit]));
            }
            double product = gates[3][unit] * tanh(c[unit] * step) * Math.pow(2, 30);
            long q = (long) shifted(layer.hidden(), product) + layer.output().zero();
            out[unit] = (int) Math.max(
                    layer.output().type().min(), Math.min(layer.output().type().max(), q));
            h[unit] = out[unit] - layer.output().zero();
        }
        return out;
    }

    private static double level(GateMatrix matrix, int row, double[] vector) {
        IntTensor weights = matrix.weights();
        double sum = matrix.bias().size() == 0 ? 0 : matrix.bias().get(row);
        for (int k = 0; k < vector.length; k++) {
            sum += weights.get(row * vector.length + k) * vector[k];
        }
        return shifted(matrix.requant(), sum);
    }

    private static double shifted(Requantization requant, double sum) {
        Pow2 pow2 = (Pow2) requant;
        double exact = sum / Math.pow(2, pow2.shift().get(0));
        return switch (pow2.rounding()) {
            case FLOOR -> Math.floor(exact);
            case HALF_UP -> Math.floor(exact + 0.5);
            case HALF_EVEN -> Math.rint(exact);
            case HALF_AWAY -> Math.signum(exact) * Math.floor(Math.abs(exact) + 0.5);
        };
    }

    private static double clamp16(double x) {
        return Math.max(-32768, Math.min(32767, x));
    }

    /** Up to the largest number of 15 fraction bits. */
    private static double sigmoid(double x) {
        return Math.max(0, Math.min(32767 / 32768.0, x / 4 + 0.5));
    }

    /** Down from 15 fraction bits that the argument may have more of than the result. */
    private static double tanh(double x) {
        return Math.max(-32767 / 32768.0, Math.min(32767 / 32768.0, x));
    }
}
