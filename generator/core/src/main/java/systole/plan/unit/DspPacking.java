package systole.plan.unit;

import java.util.OptionalInt;
import systole.network.Range;

/**
 * Two products in one DSP48E1: {@code x * (2^L * w1 + w0)} with {@code L = 25 - bits of a weight}. Down a cascade the
 * lower lane adds up to {@code sum of x * w0}. As long as that fits L bits, its sign tells what it took from the upper
 * lane; with a parity of the upper lane kept beside the cascade, L + 1 bits may be used.
 *
 * <p>Whether it fits is decided by the weights there are, beat by beat, and not by the worst that could be.
 */
public final class DspPacking {
    private static final int WIDE_PORT = 25;
    private static final int NARROW_PORT = 18;
    private static final int ACCUMULATOR = 48;

    private DspPacking() {}

    /** The upper field of a word: the lower one, extended by its sign, takes one from it if it is negative. */
    public static int upper(int w1, int w0) {
        return w1 - (w0 < 0 ? 1 : 0);
    }

    /**
     * How many bits of the upper lane have to be kept beside the cascade of a packed unit: 0 or 1; empty if it cannot
     * be packed in this folding.
     */
    static OptionalInt canary(MacUnit unit) {
        if (!unit.shared() || unit.weights().isEmpty() || unit.fold().pe() % 2 != 0 || unit.length() < 2) {
            return OptionalInt.empty();
        }
        Weights weights = unit.weights().get();
        int wBits = weights.type().signedBits();
        int lane = WIDE_PORT - wBits;
        if (unit.x().signedBits() > NARROW_PORT || lane < wBits || lane + unit.accBits() > ACCUMULATOR) {
            return OptionalInt.empty();
        }
        Range field = Range.ofSigned(wBits);
        int bits = 1;
        for (int pass = 0; pass < unit.outChannels() / unit.fold().pe(); pass++) {
            for (int column = 0; column < unit.columns(); column++) {
                int w0 = unit.channel(pass, column, 0);
                int w1 = unit.channel(pass, column, 1);
                OptionalInt lower = lowerBits(unit, weights, w0, w1, field);
                if (lower.isEmpty()) {
                    return OptionalInt.empty();
                }
                bits = Math.max(bits, lower.getAsInt());
            }
        }
        int canary = Math.max(0, bits - lane);
        return canary > (unit.fold().simd() == 1 ? 0 : 1) ? OptionalInt.empty() : OptionalInt.of(canary);
    }

    /** Bits of the lower lane's sums over the rows; empty if an upper weight does not fit its field. */
    private static OptionalInt lowerBits(MacUnit unit, Weights weights, int channel0, int channel1, Range field) {
        int simd = unit.fold().simd();
        int depth = unit.channels() / unit.groups();
        long least = 0;
        long most = 0;
        for (int tap = 0; tap < unit.window().taps(); tap++) {
            for (int first = 0; first < depth; first += simd) {
                long lo = 0;
                long hi = 0;
                for (int i = first; i < first + simd; i++) {
                    int w0 = weights.get(channel0, tap, i);
                    if (!field.contains(upper(weights.get(channel1, tap, i), w0))) {
                        return OptionalInt.empty();
                    }
                    long a = (long) w0 * unit.x().min();
                    long b = (long) w0 * unit.x().max();
                    lo += Math.min(a, b);
                    hi += Math.max(a, b);
                }
                least = Math.min(least, lo);
                most = Math.max(most, hi);
            }
        }
        return OptionalInt.of(new Range(least, most).signedBits());
    }
}
