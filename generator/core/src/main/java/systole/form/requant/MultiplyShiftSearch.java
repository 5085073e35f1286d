package systole.form.requant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import systole.network.Range;
import systole.op.RequantTask;

/**
 * The narrowest multiply-shift with one shift for all channels: the least shift at which every channel has a
 * multiplier, and there the least multiplier of each.
 *
 * <p>A channel that works at some shift works at every larger one, by doubling multiplier and add, so one pass over
 * the channels finds the least common shift.
 */
final class MultiplyShiftSearch {
    /** The variants of the form, by what the adds and the rounding may depend on. */
    enum Variant {
        ONE_ADD,
        ADD_BY_SIGN,
        TIES_TO_EVEN
    }

    /** The width that products, targets and adds are limited to, so that a sum of four of them fits 63 bits. */
    private static final int EXACT_BITS = 60;

    private final RequantTask task;
    private final Steps[] steps;
    private final int accBits;
    private final long multLimit;
    private final int shiftLimit;

    MultiplyShiftSearch(RequantTask task, Steps[] steps) {
        this.task = task;
        this.steps = steps;
        this.accBits = Arrays.stream(steps).mapToInt(Steps::activeBits).max().orElseThrow();
        this.multLimit = (1L << (EXACT_BITS - accBits)) - 1;
        int levelBits = new Range((long) task.lo() - task.zero() - 1, (long) task.hi() - task.zero() + 1).signedBits();
        this.shiftLimit = EXACT_BITS - levelBits;
    }

    /** The narrowest form of a variant; empty if no shift and multipliers make one. */
    Optional<MultiplyShift> narrowest(Variant variant) {
        List<List<Stretch>> channels = new ArrayList<>();
        int shift = variant == Variant.TIES_TO_EVEN ? 1 : 0;
        IdentityHashMap<Steps, List<Stretch>> known = new IdentityHashMap<>();
        for (Steps channel : steps) {
            List<Stretch> stretches = known.computeIfAbsent(channel, c -> stretches(c, variant));
            while (leastMultiplier(stretches, shift).isEmpty()) {
                if (++shift > shiftLimit) {
                    return Optional.empty();
                }
            }
            channels.add(stretches);
        }
        return at(shift, channels, variant);
    }

    /** The stretches of a channel in ascending order: one, or the negative accumulators and the others. */
    private List<Stretch> stretches(Steps channel, Variant variant) {
        Range active = Range.ofSigned(accBits);
        Range t = new Range(
                active.clamp(channel.range().lo()), active.clamp(channel.range().hi()));
        boolean tiesToEven = variant == Variant.TIES_TO_EVEN;
        if (variant != Variant.ADD_BY_SIGN || t.lo() >= 0 || t.hi() < 0) {
            return List.of(new Stretch(task, channel, t, tiesToEven));
        }
        return List.of(
                new Stretch(task, channel, new Range(t.lo(), -1), tiesToEven),
                new Stretch(task, channel, new Range(0, t.hi()), tiesToEven));
    }

    /** The least multiplier that suits all stretches. Each stretch in turn raises it until no stretch does. */
    private OptionalLong leastMultiplier(List<Stretch> stretches, int shift) {
        long agreed = -1;
        long m = 0;
        while (m != agreed) {
            agreed = m;
            for (Stretch stretch : stretches) {
                OptionalLong raised = stretch.leastMultiplier(m, multLimit, shift);
                if (raised.isEmpty()) {
                    return raised;
                }
                m = raised.getAsLong();
            }
        }
        return OptionalLong.of(m);
    }

    private Optional<MultiplyShift> at(int shift, List<List<Stretch>> channels, Variant variant) {
        long[] mult = new long[channels.size()];
        long[] addPositive = new long[channels.size()];
        long[] addNegative = new long[channels.size()];
        for (int c = 0; c < mult.length; c++) {
            OptionalLong multiplier = leastMultiplier(channels.get(c), shift);
            if (multiplier.isEmpty()) {
                return Optional.empty();
            }
            mult[c] = multiplier.getAsLong();
            Range negative = channels.get(c).get(0).adds(mult[c], shift);
            Range positive = channels.get(c).get(channels.get(c).size() - 1).adds(mult[c], shift);
            long lo = Math.max(negative.lo(), positive.lo());
            long hi = Math.min(negative.hi(), positive.hi());
            addNegative[c] = roundest(lo <= hi ? new Range(lo, hi) : negative);
            addPositive[c] = roundest(lo <= hi ? new Range(lo, hi) : positive);
        }
        return Optional.of(new MultiplyShift(
                accBits,
                MultiplyShift.bits(mult),
                shift,
                mult,
                addPositive,
                addNegative,
                variant == Variant.TIES_TO_EVEN,
                task.zero(),
                task.lo(),
                task.hi()));
    }

    /** The number within the range that has the most trailing zeros. */
    private static long roundest(Range range) {
        int zeros = EXACT_BITS + 2;
        while (range.hi() >> zeros << zeros < range.lo()) {
            zeros--;
        }
        return range.hi() >> zeros << zeros;
    }
}
