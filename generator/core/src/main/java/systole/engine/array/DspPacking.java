package systole.engine.array;

import java.util.Arrays;
import java.util.OptionalInt;
import systole.network.Range;
import systole.target.chip.DspSlice;

/**
 * Two products in one DSP slice: {@code x * (2^L * w1 + w0)}, where L is the width of the slice's wide port less that of
 * a weight. Along a cascade, the lower lane becomes {@code sum of x * w0}. As long as this sum fits L bits, its sign tells
 * how much it borrowed from the upper lane. A canary allows one bit more: the parity of the upper lane is computed beside
 * the cascade, and it shows whether the lower sum ran over into the upper lane.
 *
 * <p>The actual weights decide, beat by beat, whether the sums fit. The worst possible weights do not matter.
 */
public final class DspPacking {
    private DspPacking() {}

    /** The upper field of a word. A negative lower weight, extended by its sign, takes 1 from the upper field. */
    public static int upper(int w1, int w0) {
        return w1 - (w0 < 0 ? 1 : 0);
    }

    /**
     * The number of canary bits, 0 or 1, that a packed array computes beside its cascade. Empty if the array cannot be
     * packed in this folding.
     *
     * @param accBits bits of a sum
     */
    public static OptionalInt canary(SystolicArray array, int accBits, WeightOrder order) {
        if (!array.shared() || array.fold().pe() % 2 != 0 || order.beats(0) < 2) {
            return OptionalInt.empty();
        }
        int wBits = array.weightBits();
        DspSlice dsp = array.dsp();
        int lane = dsp.wide() - wBits;
        if (array.x().signedBits() > dsp.narrow() || lane < wBits || lane + accBits > dsp.accumulator()) {
            return OptionalInt.empty();
        }
        if (isSafe(array, order.range(), lane)) {
            return OptionalInt.of(0);
        }
        int widest = lane + (array.fold().simd() == 1 ? 0 : 1);
        int bits = 1;
        for (int pass = 0; pass < order.passes(); pass++) {
            for (int column = 0; column < array.columns(); column++) {
                OptionalInt lower = lowerBits(array, order, pass, column);
                if (lower.isEmpty() || lower.getAsInt() > widest) {
                    return OptionalInt.empty();
                }
                bits = Math.max(bits, lower.getAsInt());
            }
        }
        return OptionalInt.of(Math.max(0, bits - lane));
    }

    /** Whether weights of a range always fit their fields, and their sums the lower lane, whatever the actual weights. */
    private static boolean isSafe(SystolicArray array, Range weights, int lane) {
        Range field = Range.ofSigned(array.weightBits());
        long[] corners = {
            weights.lo() * array.x().min(),
            weights.lo() * array.x().max(),
            weights.hi() * array.x().min(),
            weights.hi() * array.x().max()
        };
        long least = Math.min(0, Arrays.stream(corners).min().orElseThrow());
        long most = Math.max(0, Arrays.stream(corners).max().orElseThrow());
        int rows = array.fold().simd();
        return weights.lo() > field.lo() && new Range(least * rows, most * rows).signedBits() <= lane;
    }

    /** The width of the lower lane's sums over the rows; empty if an upper weight does not fit its field. */
    private static OptionalInt lowerBits(SystolicArray array, WeightOrder order, int pass, int column) {
        Range field = Range.ofSigned(array.weightBits());
        int place0 = array.place(column, 0);
        int place1 = array.place(column, 1);
        long least = 0;
        long most = 0;
        for (int beat = 0; beat < order.beats(pass); beat++) {
            long lo = 0;
            long hi = 0;
            for (int row = 0; row < array.fold().simd(); row++) {
                int w0 = order.get(pass, beat, row, place0);
                if (!field.contains(upper(order.get(pass, beat, row, place1), w0))) {
                    return OptionalInt.empty();
                }
                long a = (long) w0 * array.x().min();
                long b = (long) w0 * array.x().max();
                lo += Math.min(a, b);
                hi += Math.max(a, b);
            }
            least = Math.min(least, lo);
            most = Math.max(most, hi);
        }
        return OptionalInt.of(new Range(least, most).signedBits());
    }
}
