package systole.form.requant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import systole.form.requant.MultiplyShiftSearch.Variant;
import systole.network.Range;
import systole.op.RequantTask;

/** The search against trying everything. */
class MultiplyShiftSearchTest {
    private static final int MAX_SHIFT = 3;

    @Property
    void findsTheNarrowest(
            @ForAll Variant variant,
            @ForAll @IntRange(min = 1, max = 7) int count,
            @ForAll boolean even,
            @ForAll long seed) {
        Random random = new Random(seed);
        Range range = new Range(-random.nextInt(12), random.nextInt(12));
        long[] steps = even
                ? nearlyStraight(random, count)
                : References.randomThresholds(random, count, range.lo() - 2, range.hi() + 2);
        long[] levels = LongStream.rangeClosed(range.lo(), range.hi())
                .map(x -> References.thresholds(steps).apply(0, x))
                .toArray();
        RequantTask task = new RequantTask(
                (c, x) -> levels[(int) (x - range.lo())],
                List.of(range),
                -random.nextInt(count + 1),
                -3,
                count - random.nextInt(3));
        Optional<String> least = bruteForce(task, variant);
        Optional<MultiplyShift> found = new MultiplyShiftSearch(task, Steps.all(task)).narrowest(variant);
        assertEquals(
                least,
                found.filter(f -> f.shift() <= MAX_SHIFT).map(f -> f.shift() + ":" + f.mult()[0]),
                task.toString());
    }

    private static long[] nearlyStraight(Random random, int count) {
        double slope = 0.5 + 3 * random.nextDouble();
        double from = -8 * random.nextDouble();
        return LongStream.range(0, count).map(k -> Math.round(from + slope * k)).toArray();
    }

    /** The least shift, and there the least multiplier, as text. */
    private static Optional<String> bruteForce(RequantTask task, Variant variant) {
        int accBits = Steps.of(task, 0).activeBits();
        for (int shift = variant == Variant.TIES_TO_EVEN ? 1 : 0; shift <= MAX_SHIFT; shift++) {
            for (int m = 0; m <= 8 << shift; m++) {
                if (anyAdd(task, variant, accBits, shift, m)) {
                    return Optional.of(shift + ":" + m);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a multiplier works with some adds; those of the two signs are independent. */
    private static boolean anyAdd(RequantTask task, Variant variant, int accBits, int shift, int m) {
        Range range = task.reachable().get(0);
        if (variant != Variant.ADD_BY_SIGN || range.lo() >= 0) {
            return anyAdd(task, variant, accBits, shift, m, range);
        }
        return anyAdd(task, variant, accBits, shift, m, new Range(range.lo(), -1))
                && anyAdd(task, variant, accBits, shift, m, new Range(0, range.hi()));
    }

    private static boolean anyAdd(RequantTask task, Variant variant, int accBits, int shift, int m, Range range) {
        Range active = Range.ofSigned(accBits);
        long most = 14L * m + (16L << shift);
        return LongStream.rangeClosed(-most, most).anyMatch(add -> LongStream.rangeClosed(range.lo(), range.hi())
                .allMatch(x -> made(task, variant, shift, active.clamp(x) * m + add) == task.wanted(0, x)));
    }

    private static long made(RequantTask task, Variant variant, int shift, long v) {
        double exact = Math.scalb((double) v, -shift);
        double level = variant == Variant.TIES_TO_EVEN ? Math.rint(exact - 0.5) : Math.floor(exact);
        return Math.max(task.lo(), Math.min(task.hi(), (long) level + task.zero()));
    }
}
