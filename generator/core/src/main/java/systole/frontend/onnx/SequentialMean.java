package systole.frontend.onnx;

import java.util.Arrays;
import java.util.Optional;
import systole.network.Quantized;

/**
 * The mean of real numbers that are added one after another in single precision, as a function of the integers' sum.
 * Different integers with the same sum give different floats, of which the least and the greatest are followed through all
 * additions. Rounding never changes the order of two numbers. ONNX Runtime 1.29: {@code QLinearAveragePool}.
 *
 * @param input of the integers
 * @param output of the mean
 * @param count of the integers
 */
record SequentialMean(Quantized input, Quantized output, int count) {
    /** The most additions of an element to a sum that are tried out. */
    private static final long MAX_WORK = 1L << 29;

    private static final int MAX_COUNT = 1 << 12;

    /**
     * The result for each sum of {@code input integer - zero point}, from the least sum to the greatest. Empty if the
     * result depends on more than the sum, or if the window is too large to try out.
     */
    Optional<int[]> levels() {
        int values = input.type().max() - input.type().min() + 1;
        if (count > MAX_COUNT || (long) count * count / 2 * values * values > MAX_WORK) {
            return Optional.empty();
        }
        float[] reals = new float[values];
        for (int i = 0; i < values; i++) {
            reals[i] = Reals.dequantize(input.type().min() + i, input);
        }
        float[] least = {0};
        float[] most = {0};
        for (int n = 0; n < count; n++) {
            float[] nextLeast = new float[least.length + values - 1];
            float[] nextMost = new float[nextLeast.length];
            Arrays.fill(nextLeast, Float.POSITIVE_INFINITY);
            Arrays.fill(nextMost, Float.NEGATIVE_INFINITY);
            for (int sum = 0; sum < least.length; sum++) {
                for (int i = 0; i < values; i++) {
                    nextLeast[sum + i] = Math.min(nextLeast[sum + i], least[sum] + reals[i]);
                    nextMost[sum + i] = Math.max(nextMost[sum + i], most[sum] + reals[i]);
                }
            }
            least = nextLeast;
            most = nextMost;
        }
        int[] levels = new int[least.length];
        for (int sum = 0; sum < levels.length; sum++) {
            levels[sum] = level(least[sum]);
            if (levels[sum] != level(most[sum])) {
                return Optional.empty();
            }
        }
        return Optional.of(levels);
    }

    private int level(float sum) {
        float level = sum / count / (float) output.scale() + output.zero();
        return output.type().clamp((long) Math.rint(level));
    }
}
