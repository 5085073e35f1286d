package systole.form.requant;

import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import systole.network.Range;
import systole.network.Requantizer.Affine;
import systole.op.RequantTask;
import systole.target.chip.DspSlice;

/**
 * The multiply-shift of a requantizer that is itself written as a product, an addition and a shift. It is for outputs of
 * so many levels that a search among all steps would take long and gain little, or find nothing narrow enough.
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

    /** The widest products, and the widest adds, whose sum fits 63 bits. */
    private static final int EXACT_BITS = 62;

    private static final int ADD_BITS = 61;

    /** The widest factors with which a search would find nothing narrower to speak of. */
    private static final int NARROW_BITS = 15;

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
        long[] mult = shifted(channels, shift, Affine::factor);
        long[] positive = shifted(channels, shift, Affine::add);
        long[] negative = shifted(channels, shift, Affine::addNegative);
        if (width(channels, shift, Affine::factor) + accBits > EXACT_BITS
                || width(channels, shift, Affine::add) > ADD_BITS) {
            return Optional.empty();
        }
        MultiplyShift form = new MultiplyShift(
                accBits,
                MultiplyShift.bits(mult),
                shift,
                mult,
                positive,
                negative,
                false,
                task.zero(),
                task.lo(),
                task.hi());
        return Optional.of(form).filter(f -> f.dsps(slice) <= MAX_DSPS);
    }

    /** The form, if the factors are so narrow that it is chosen without a search. */
    static Optional<MultiplyShift> narrow(RequantTask task, DspSlice slice) {
        boolean narrow = IntStream.range(0, task.channels())
                .mapToObj(c -> task.f().affine(c))
                .allMatch(a -> a.filter(f -> bits(f.factor()) <= NARROW_BITS).isPresent());
        return narrow ? of(task, slice) : Optional.empty();
    }

    private static long[] shifted(List<Affine> channels, int shift, ToLongFunction<Affine> number) {
        return channels.stream()
                .mapToLong(a -> number.applyAsLong(a) << (shift - a.shift()))
                .toArray();
    }

    private static int width(List<Affine> channels, int shift, ToLongFunction<Affine> number) {
        return channels.stream()
                .mapToInt(a -> bits(number.applyAsLong(a)) + shift - a.shift())
                .max()
                .orElseThrow();
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
