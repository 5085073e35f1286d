package systole.form.requant;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import systole.network.Range;
import systole.op.RequantTask;

/**
 * One channel of a requantizer as a step function. It holds the output at the least accumulator and, for every higher
 * output that is reached, the first accumulator that reaches it.
 *
 * <p>Found by bisection of accumulators and outputs together, in about {@code n log2(range / n)} evaluations for n
 * steps.
 */
public final class Steps {
    private final RequantTask task;
    private final int channel;
    private final int first;
    private final long[] positions;

    private Steps(RequantTask task, int channel) {
        Range range = task.reachable().get(channel);
        this.task = task;
        this.channel = channel;
        this.first = task.wanted(channel, range.lo());
        int last = task.wanted(channel, range.hi());
        if (last < first) {
            throw notMonotone(range.hi());
        }
        this.positions = new long[last - first];
        locate(range.lo(), first, range.hi(), last);
    }

    /**
     * The steps of a channel over its reachable range.
     *
     * @throws IllegalArgumentException if the function is seen to decrease
     */
    public static Steps of(RequantTask task, int channel) {
        return new Steps(task, channel);
    }

    /** The steps of every channel. Channels of the same function and range share theirs. */
    public static Steps[] all(RequantTask task) {
        Map<List<Object>, Steps> known = new HashMap<>();
        return IntStream.range(0, task.channels())
                .mapToObj(c -> known.computeIfAbsent(
                        List.of(task.f().key(c), task.reachable().get(c)), key -> of(task, c)))
                .toArray(Steps[]::new);
    }

    /** The reachable accumulators. */
    public Range range() {
        return task.reachable().get(channel);
    }

    /** The output at the least accumulator. */
    public int first() {
        return first;
    }

    /** The output at the largest accumulator. */
    public int last() {
        return first + positions.length;
    }

    public boolean constant() {
        return positions.length == 0;
    }

    /** The least accumulator whose output is at least {@code output}, which is above first and at most last. */
    public long position(int output) {
        return positions[output - first - 1];
    }

    /** The output of an accumulator within the range. */
    public int output(long accumulator) {
        return first + Ascending.countUpTo(positions, accumulator);
    }

    /**
     * The least width of a signed accumulator that holds both sides of every step. An accumulator that is saturated to
     * this width keeps its output.
     */
    public int activeBits() {
        return constant() ? 1 : new Range(positions[0] - 1, positions[positions.length - 1]).signedBits();
    }

    /**
     * Finds the steps between two accumulators: the output is {@code low} at {@code below} and {@code high} at
     * {@code at}.
     */
    private void locate(long below, int low, long at, int high) {
        if (low == high) {
            return;
        }
        if (at - below == 1) {
            Arrays.fill(positions, low - first, high - first, at);
            return;
        }
        long middle = below + (at - below) / 2;
        int output = task.wanted(channel, middle);
        if (output < low || output > high) {
            throw notMonotone(middle);
        }
        locate(below, low, middle, output);
        locate(middle, output, at, high);
    }

    private IllegalArgumentException notMonotone(long accumulator) {
        return new IllegalArgumentException(
                "the requantizer of channel " + channel + " decreases, seen at accumulator " + accumulator);
    }
}
