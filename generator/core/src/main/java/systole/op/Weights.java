package systole.op;

import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Range;

/**
 * The weights of a multiply-accumulate operation. This is a value that also keeps sums which each of the many foldings
 * needs.
 */
public final class Weights {
    private final IntTensor values;
    private final IntType type;
    /** For each output channel, the sum of its weights above 0. */
    private final long[] above;

    /** For each output channel, the sum of its weights below 0. */
    private final long[] below;

    private final Range range;

    /**
     * Adds up each channel.
     *
     * @param values [output channels][taps][input channels of a group]
     * @param type of a weight
     */
    public Weights(IntTensor values, IntType type) {
        this.values = values;
        this.type = type;
        this.above = new long[values.dim(0)];
        this.below = new long[values.dim(0)];
        int row = values.dim(1) * values.dim(2);
        int least = 0;
        int most = 0;
        for (int i = 0; i < values.size(); i++) {
            above[i / row] += Math.max(0, values.get(i));
            below[i / row] += Math.min(0, values.get(i));
            least = Math.min(least, values.get(i));
            most = Math.max(most, values.get(i));
        }
        this.range = new Range(least, most);
    }

    public IntTensor values() {
        return values;
    }

    public IntType type() {
        return type;
    }

    public int get(int channel, int tap, int input) {
        return values.get((channel * values.dim(1) + tap) * values.dim(2) + input);
    }

    /** The range of all weights and 0. */
    public Range range() {
        return range;
    }

    /** The range of the sum of products of one channel, for elements of a type and any subset of the taps. */
    public Range reach(int channel, IntType x) {
        long least = Math.min(0, x.min());
        long most = Math.max(0, x.max());
        return new Range(
                above[channel] * least + below[channel] * most, above[channel] * most + below[channel] * least);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights w && values.equals(w.values) && type.equals(w.type);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }
}
