package systole.form.requant;

import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import systole.network.Range;
import systole.network.Requantizer.Affine;
import systole.op.RequantTask;
import systole.target.chip.DspSlice;

/**
 * The multiply-shift of a requantizer that is itself written as a product, an addition and a shift. It is for outputs of
 * so many levels that a search among all steps would take long and gain little.
 *
 * <p>With the largest shift S of all channels, a channel of factor m, add a and shift s has the multiplier {@code m *
 * 2^(S - s)} and the add {@code a * 2^(S - s)}. This is the same function for every accumulator. The accumulator may be
 * saturated to where the output still changes, because both functions are non-decreasing.
 */
final class AffineForm {
    /** The fewest outputs for which this form is chosen. */
    private static final int LEVELS = 1 << 12;

    /** The most slices of a multiplication. */
    private static final int MAX_DSPS = 4;

    private static final int EXACT_BITS = 60;

    private AffineForm() {}

    /** The form. Empty if some channel is not written so, or if a single shift makes the products too wide. */
    static Optional<MultiplyShift> of(RequantTask task, DspSlice slice) {
        List<Affine> channels = IntStream.range(0, task.channels())
                .mapToObj(c -> task.f().affine(c))
                .flatMap(Optional::stream)
                .toList();
        if (task.hi() - task.lo() < LEVELS || channels.size() < task.channels()) {
            return Optional.empty();
        }
        int accBits = IntStream.range(0, task.channels())
                .map(c -> activeBits(task, c))
                .max()
                .orElseThrow();
        int shift = channels.stream().mapToInt(Affine::shift).max().orElseThrow();
        int most = channels.stream()
                .mapToInt(a -> Math.max(bits(a.factor()), bits(a.add()) - accBits) + shift - a.shift())
                .max()
                .orElseThrow();
        if (accBits + most > EXACT_BITS) {
            return Optional.empty();
        }
        long[] mult = channels.stream()
                .mapToLong(a -> a.factor() << (shift - a.shift()))
                .toArray();
        long[] add =
                channels.stream().mapToLong(a -> a.add() << (shift - a.shift())).toArray();
        MultiplyShift form = new MultiplyShift(
                accBits, MultiplyShift.bits(mult), shift, mult, add, add, false, task.zero(), task.lo(), task.hi());
        return Optional.of(form).filter(f -> f.dsps(slice) <= MAX_DSPS);
    }

    private static int bits(long unsigned) {
        return Long.SIZE - Long.numberOfLeadingZeros(unsigned);
    }

    /** The least width of a signed accumulator that holds both sides of the first and of the last step. */
    private static int activeBits(RequantTask task, int channel) {
        Range range = task.reachable().get(channel);
        int first = task.wanted(channel, range.lo());
        int last = task.wanted(channel, range.hi());
        return first == last
                ? 1
                : new Range(
                                least(range, x -> task.wanted(channel, x) > first) - 1,
                                least(range, x -> task.wanted(channel, x) == last))
                        .signedBits();
    }

    /** The least number of a range for which a condition is true, which then stays true. */
    private static long least(Range range, LongPredicate condition) {
        long below = range.lo() - 1;
        long at = range.hi();
        while (at - below > 1) {
            long middle = below + (at - below) / 2;
            if (condition.test(middle)) {
                at = middle;
            } else {
                below = middle;
            }
        }
        return at;
    }
}
