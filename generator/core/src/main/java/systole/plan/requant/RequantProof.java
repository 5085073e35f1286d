package systole.plan.requant;

import java.util.Arrays;
import java.util.stream.IntStream;
import systole.network.Range;

/**
 * The proof that a form computes a requantizer for every reachable accumulator, although it compares only a few of
 * them.
 *
 * <p>Both functions are non-decreasing:
 *
 * <ul>
 *   <li>The wanted output, because a {@link systole.network.Requantizer} is, and adding zero and clamping keep order.
 *   <li>A {@link Thresholds} form, because saturation and counting keep order.
 *   <li>A {@link MultiplyShift} form on the negative accumulators, and again on the others. Saturation keeps order
 *       and sign, the multiplier is not negative, and the add is the same within a sign; so v is non-decreasing. The
 *       level of v is v >> shift, less one at the single point where v is exactly an odd number of levels: the
 *       level there equals that of v - 1, and v + 1 has the larger one, so order is kept. Zero and clamping keep it.
 * </ul>
 *
 * So wherever both agree at a and at b, a &lt; b of one sign, and the output is the same at a and b, they agree at
 * everything between. The proof visits checkpoints from the least reachable accumulator to the largest, both sides of
 * zero among them, and demands that both agree at each of them. Of each neighbouring pair it demands that no
 * accumulator lies between the two, or that their outputs are the same. Checkpoints beside the steps satisfy this;
 * wrong or missing ones make the proof fail, never pass.
 *
 * @param checkpoints how many accumulators were compared
 */
public record RequantProof(long checkpoints) {
    /**
     * Proves a form equal to a task.
     *
     * @throws IllegalStateException if it is not, naming the channel and accumulator
     */
    public static RequantProof of(RequantTask task, RequantForm form) {
        return of(task, form, Steps.all(task));
    }

    /** The same for known steps, which are only used as checkpoints. */
    static RequantProof of(RequantTask task, RequantForm form, Steps[] steps) {
        if (form.channels() != task.channels()) {
            throw new IllegalStateException(
                    "a form of " + form.channels() + " channels for a requantizer of " + task.channels());
        }
        return new RequantProof(IntStream.range(0, task.channels())
                .mapToLong(c -> prove(task, form, c, steps[c]))
                .sum());
    }

    private static long prove(RequantTask task, RequantForm form, int channel, Steps steps) {
        Range range = task.reachable().get(channel);
        long compared = 1;
        long before = range.lo();
        int output = agreed(task, form, channel, before);
        for (long point : checkpoints(range, steps)) {
            if (point <= before || point > range.hi()) {
                continue;
            }
            int next = agreed(task, form, channel, point);
            if (point > before + 1 && next != output) {
                throw new IllegalStateException("channel " + channel + ": the output changes somewhere between "
                        + before + " and " + point + ", where nothing was compared");
            }
            before = point;
            output = next;
            compared++;
        }
        if (before != range.hi()) {
            throw new IllegalStateException("channel " + channel + " was not compared up to " + range.hi());
        }
        return compared;
    }

    /**
     * Both sides of every step and of zero, and the end of the range, in ascending order. Some may repeat or lie
     * outside the range.
     */
    private static long[] checkpoints(Range range, Steps steps) {
        long[] points = new long[2 * (steps.last() - steps.first()) + 3];
        int size = 0;
        for (int output = steps.first() + 1; output <= steps.last(); output++) {
            points[size++] = steps.position(output) - 1;
            points[size++] = steps.position(output);
        }
        points[size++] = -1;
        points[size++] = 0;
        points[size] = range.hi();
        Arrays.sort(points);
        return points;
    }

    private static int agreed(RequantTask task, RequantForm form, int channel, long accumulator) {
        int wanted = task.wanted(channel, accumulator);
        int made = form.apply(channel, accumulator);
        if (wanted != made) {
            throw new IllegalStateException("channel " + channel + ": accumulator " + accumulator + " gives " + made
                    + " in hardware, not " + wanted);
        }
        return wanted;
    }
}
