package systole.plan.unit;

import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Range;

/**
 * The weights of a {@link MacUnit}.
 *
 * @param values [output channels][taps][input channels of a group]
 * @param type of a weight
 */
public record Weights(IntTensor values, IntType type) {
    public int get(int channel, int tap, int input) {
        return values.get((channel * values.dim(1) + tap) * values.dim(2) + input);
    }

    /** What the sum of products of one channel can be, for elements of a type and any subset of the taps. */
    public Range reach(int channel, IntType x) {
        long lo = 0;
        long hi = 0;
        int row = values.dim(1) * values.dim(2);
        for (int i = channel * row; i < (channel + 1) * row; i++) {
            long a = (long) values.get(i) * x.min();
            long b = (long) values.get(i) * x.max();
            lo += Math.min(0, Math.min(a, b));
            hi += Math.max(0, Math.max(a, b));
        }
        return new Range(lo, hi);
    }
}
