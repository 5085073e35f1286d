package systole.layer.mac;

import systole.network.TensorType;

/** Holds sums in 64 bits. */
final class WideMacKernel extends MacKernel {
    private final int[] weights;
    private final int[] bias;
    private final long[] sums;

    WideMacKernel(Mac mac, TensorType input) {
        super(mac, input);
        weights = transposed(mac);
        bias = mac.bias().toArray();
        sums = new long[bias.length];
    }

    @Override
    void start() {
        for (int m = 0; m < sums.length; m++) {
            sums[m] = bias[m];
        }
    }

    @Override
    long sum(int channel) {
        return sums[channel];
    }

    @Override
    void add(int[] in, int from, int tap) {
        for (int m = 0; m < outputs; m++) {
            int first = from + m / groupOutputs * groupInputs;
            for (int c = 0; c < groupInputs; c++) {
                sums[m] += ((long) in[first + c] - inputZero) * weights[(tap * groupInputs + c) * outputs + m];
            }
        }
    }
}
