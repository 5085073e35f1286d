package systole.frontend.onnx;

import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.Requantizer;
import systole.network.Requantizers;

/**
 * Proves that a mean of real numbers, rounded after each step in any order, is a function of the integers' sum: {@code
 * rint(mean(si * (x - zi)) / so + zo)}, in single precision. ONNX Runtime 1.29: {@code QLinearAveragePool}.
 *
 * @param input of the integers
 * @param output of the mean
 * @param count of the integers
 */
record AverageProof(Quantized input, Quantized output, int count) {
    /** Half a unit in the last place of a float, relative. */
    static final double UNIT = 0x1p-24;

    private static final int MAX_COUNT = 1 << 16;

    /** True if a requantization of the sum gives the runtime's result for all integers. */
    boolean holds(Requantization requantization) {
        if (count > MAX_COUNT) {
            return false;
        }
        Requantizer requantizer = Requantizers.of(requantization, input.scale(), output.scale());
        for (long sum = least(); sum <= most(); sum++) {
            int level = output.type().clamp(requantizer.apply(0, sum) + output.zero());
            double exact = exact(sum);
            double error = error(exact);
            if (rounded(exact - error) != level || rounded(exact + error) != level) {
                return false;
            }
        }
        return true;
    }

    /** The largest error of the runtime's result before it is rounded, in units of the output. */
    double bound() {
        return Math.max(error(exact(least())), error(exact(most())));
    }

    private long least() {
        return (long) count * (input.type().min() - input.zero());
    }

    private long most() {
        return (long) count * (input.type().max() - input.zero());
    }

    private double exact(long sum) {
        return sum * (double) (float) input.scale() / count / (float) output.scale() + output.zero();
    }

    /** A bound on all rounding errors together, in units of the output. */
    private double error(double exact) {
        double largest = Math.max(
                input.type().max() - input.zero(), input.zero() - input.type().min());
        double units = largest * input.scale() / output.scale();
        double sums = units * (count * (count + 1.0) / 2 + count) / count;
        double last = 4 * (Math.abs(exact) + Math.abs(output.zero()) + 1);
        return UNIT * (sums + last) * 1.01;
    }

    /** Rounds a real number. Halves may go either way, because the caller checks both sides. */
    private int rounded(double real) {
        return output.type().clamp((long) Math.rint(real));
    }
}
