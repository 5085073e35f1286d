package systole.form.requant;

import java.util.Optional;
import java.util.OptionalLong;
import systole.network.Range;
import systole.op.RequantTask;

/**
 * A stretch of one channel's accumulators that shares one multiplier m and one add. Let k be an output level without
 * the zero point that is first reached at accumulator p. It demands
 *
 * <pre>
 * p * m + add >= k * 2^shift   and   (p - 1) * m + add &lt; k * 2^shift
 * </pre>
 *
 * and the two ends of the stretch must stay within their own levels, unless clamping takes care of that. For a fixed m,
 * these demands are bounds on the add. Both bounds are convex in m, so the workable multipliers form an interval.
 * Newton's iteration from below finds its least member exactly.
 */
final class Stretch {
    private final Fence lower;
    private final Fence upper;

    /** The stretch of a channel over the accumulators {@code ends}, which are limited to the channel's own range. */
    Stretch(RequantTask task, Steps steps, Range ends, boolean tiesToEven) {
        lower = new Fence(tiesToEven, 1);
        upper = new Fence(tiesToEven, -1);
        int first = steps.output(ends.lo());
        int last = steps.output(ends.hi());
        if (first > task.lo()) {
            lower.add(ends.lo(), first - task.zero());
        }
        for (int output = first + 1; output <= last; output++) {
            lower.add(steps.position(output), output - task.zero());
        }
        if (last < task.hi()) {
            upper.add(-ends.hi(), task.zero() - last - 1);
        }
        for (int output = last; output > first; output--) {
            upper.add(1 - steps.position(output), task.zero() - output);
        }
    }

    /**
     * The least multiplier, not below {@code from}, for which some add meets every bound; empty if there is none up to
     * {@code limit}.
     */
    OptionalLong leastMultiplier(long from, long limit, int shift) {
        long m = from;
        while (m <= limit) {
            Optional<StepLine> least = lower.tightest(m, shift);
            Optional<StepLine> most = upper.tightest(m, shift);
            if (least.isEmpty()
                    || most.isEmpty()
                    || least.get().at(m) + most.get().at(m) < 0) {
                return OptionalLong.of(m);
            }
            // The two bounds cross here. Their sum falls with m at this slope, and less steeply further on.
            long slope = least.get().x() + most.get().x();
            if (slope <= 0) {
                return OptionalLong.empty();
            }
            m = -Math.floorDiv(-(least.get().target() + most.get().target() + 1), slope);
        }
        return OptionalLong.empty();
    }

    /**
     * The adds that meet every bound at a workable multiplier. If one bound is missing, the range is as long as one
     * level.
     */
    Range adds(long multiplier, int shift) {
        Optional<StepLine> least = lower.tightest(multiplier, shift);
        Optional<StepLine> most = upper.tightest(multiplier, shift);
        long level = (1L << shift) - 1;
        if (least.isEmpty() && most.isEmpty()) {
            return new Range(0, 0);
        }
        if (least.isEmpty()) {
            long hi = -most.get().at(multiplier) - 1;
            return new Range(hi - level, hi);
        }
        long lo = least.get().at(multiplier);
        return new Range(lo, most.map(line -> -line.at(multiplier) - 1).orElse(lo + level));
    }
}
