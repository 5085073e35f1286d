package systole.layer.mac;

import systole.network.TensorType;

/**
 * Holds sums in 32 bits. Its loops run over output channels, so that the compiler turns them into vector instructions.
 */
final class NarrowMacKernel extends MacKernel {
    private final int[] weights;
    private final int[] bias;
    private final int[] sums;

    NarrowMacKernel(Mac mac, TensorType input) {
        super(mac, input);
        weights = transposed(mac);
        bias = mac.bias().toArray();
        sums = new int[bias.length];
    }

    @Override
    void start() {
        System.arraycopy(bias, 0, sums, 0, sums.length);
    }

    @Override
    long sum(int channel) {
        return sums[channel];
    }

    @Override
    void add(int[] in, int from, int tap) {
        int row = tap * groupInputs * outputs;
        if (groupInputs == 1 && groupOutputs == 1) {
            depthwise(sums, in, from, inputZero, weights, row);
            return;
        }
        for (int group = 0; group < groups; group++) {
            group(in, from + group * groupInputs, row + group * groupOutputs, group * groupOutputs);
        }
    }

    private void group(int[] in, int from, int weight, int sum) {
        int c = 0;
        for (; c + 3 < groupInputs; c += 4) {
            int x0 = in[from + c] - inputZero;
            int x1 = in[from + c + 1] - inputZero;
            int x2 = in[from + c + 2] - inputZero;
            int x3 = in[from + c + 3] - inputZero;
            four(sums, sum, groupOutputs, x0, x1, x2, x3, weights, weight + c * outputs, outputs);
        }
        for (; c < groupInputs; c++) {
            one(sums, sum, groupOutputs, in[from + c] - inputZero, weights, weight + c * outputs);
        }
    }

    private static void depthwise(int[] sums, int[] in, int from, int zero, int[] weights, int row) {
        for (int m = 0; m < sums.length; m++) {
            sums[m] += (in[from + m] - zero) * weights[row + m];
        }
    }

    private static void one(int[] sums, int sum, int count, int x, int[] weights, int row) {
        for (int m = 0; m < count; m++) {
            sums[sum + m] += x * weights[row + m];
        }
    }

    private static void four(
            int[] sums, int sum, int count, int x0, int x1, int x2, int x3, int[] weights, int row, int pitch) {
        int row1 = row + pitch;
        int row2 = row1 + pitch;
        int row3 = row2 + pitch;
        for (int m = 0; m < count; m++) {
            sums[sum + m] +=
                    x0 * weights[row + m] + x1 * weights[row1 + m] + x2 * weights[row2 + m] + x3 * weights[row3 + m];
        }
    }
}
