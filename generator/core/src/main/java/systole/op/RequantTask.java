package systole.op;

import java.util.List;
import systole.network.Range;
import systole.network.Requantizer;

/**
 * The outputs that a requantizer must produce: {@code y = clamp(f(channel, acc) + zero, lo, hi)}.
 *
 * @param f the function to realise, non-decreasing in the accumulator
 * @param reachable the accumulators that can occur, bias included, one range for each channel; within +-2^40
 * @param zero the output's zero point
 * @param lo the least output
 * @param hi the largest output; at most 2^17 - 1 above {@code lo}
 */
public record RequantTask(Requantizer f, List<Range> reachable, int zero, int lo, int hi) {
    private static final Range ACCUMULATORS = new Range(-(1L << 40), 1L << 40);
    private static final Range OUTPUTS = new Range(-(1 << 16), 1 << 16);

    public RequantTask {
        reachable = List.copyOf(reachable);
        if (reachable.isEmpty()) {
            throw new IllegalArgumentException("a requantizer has at least one channel");
        }
        for (Range range : reachable) {
            if (!ACCUMULATORS.contains(range.lo()) || !ACCUMULATORS.contains(range.hi())) {
                throw new IllegalArgumentException("accumulators " + range + " leave +-2^40");
            }
        }
        if (lo > hi || hi - (long) lo > 0x1ffff) {
            throw new IllegalArgumentException("outputs " + lo + ".." + hi + " are not 1 to 131072 levels");
        }
        if (!OUTPUTS.contains(lo) || !OUTPUTS.contains(hi) || !OUTPUTS.contains(zero)) {
            throw new IllegalArgumentException(
                    "outputs " + lo + ".." + hi + " and zero point " + zero + " leave +-2^16");
        }
    }

    public int channels() {
        return reachable.size();
    }

    /** The wanted output for an accumulator. */
    public int wanted(int channel, long accumulator) {
        long level = f.apply(channel, accumulator);
        return (int) Math.max(lo - (long) zero, Math.min(hi - (long) zero, level)) + zero;
    }
}
