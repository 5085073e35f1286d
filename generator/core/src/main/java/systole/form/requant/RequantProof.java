package systole.form.requant;

import java.util.Arrays;
import java.util.Optional;
import systole.network.Range;
import systole.op.RequantTask;

/**
 * The proof that a form computes a requantizer for every reachable accumulator, although it compares only a few of
 * them.
 *
 * <p>Both functions are non-decreasing:
 *
 * <ul>
 *   <li>The wanted output, because a {@link systole.network.Requantizer} is, and adding zero and clamping keep order.
 *   <li>A {@link ThresholdForm} form, because saturation and counting keep order.
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
 * @param difference the first thing that speaks against it, with the channel and accumulator; empty if it is proved
 */
public record RequantProof(long checkpoints, Optional<String> difference) {
    /** Compares a form with a task. */
    public static RequantProof of(RequantTask task, RequantForm form) {
        return of(task, form, Steps.all(task));
    }

    /** The same for known steps, which are only used as checkpoints. */
    static RequantProof of(RequantTask task, RequantForm form, Steps[] steps) {
        if (form.channels() != task.channels()) {
            return new RequantProof(
                    0,
                    Optional.of("a form of " + form.channels() + " channels for a requantizer of " + task.channels()));
        }
        long checkpoints = 0;
        for (int c = 0; c < task.channels(); c++) {
            RequantProof channel = ofChannel(task, form, c, steps[c]);
            checkpoints += channel.checkpoints();
            if (!channel.holds()) {
                return new RequantProof(checkpoints, channel.difference());
            }
        }
        return new RequantProof(checkpoints, Optional.empty());
    }

    /** True if the form is proved equal to the task. */
    public boolean holds() {
        return difference.isEmpty();
    }

    private static RequantProof ofChannel(RequantTask task, RequantForm form, int channel, Steps steps) {
        Range range = task.reachable().get(channel);
        long compared = 0;
        long before = range.lo() - 1;
        int output = 0;
        for (long point : checkpoints(range, steps)) {
            if (point <= before || point > range.hi()) {
                continue;
            }
            int wanted = task.wanted(channel, point);
            int made = form.apply(channel, point);
            if (wanted != made) {
                return differs(
                        compared, channel, "accumulator " + point + " gives " + made + " in hardware, not " + wanted);
            }
            if (point > before + 1 && wanted != output) {
                return differs(
                        compared,
                        channel,
                        "the output changes somewhere between " + before + " and " + point
                                + ", where nothing was compared");
            }
            before = point;
            output = wanted;
            compared++;
        }
        return before == range.hi()
                ? new RequantProof(compared, Optional.empty())
                : differs(compared, channel, "nothing was compared up to " + range.hi());
    }

    private static RequantProof differs(long compared, int channel, String how) {
        return new RequantProof(compared, Optional.of("channel " + channel + ": " + how));
    }

    /**
     * Both ends of the range, and both sides of every step and of zero, in ascending order. Some may repeat or lie
     * outside the range.
     */
    private static long[] checkpoints(Range range, Steps steps) {
        long[] points = new long[2 * (steps.last() - steps.first()) + 4];
        int size = 0;
        for (int output = steps.first() + 1; output <= steps.last(); output++) {
            points[size++] = steps.position(output) - 1;
            points[size++] = steps.position(output);
        }
        points[size++] = -1;
        points[size++] = 0;
        points[size++] = range.lo();
        points[size] = range.hi();
        Arrays.sort(points);
        return points;
    }
}
