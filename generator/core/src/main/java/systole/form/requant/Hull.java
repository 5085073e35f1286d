package systole.form.requant;

import java.util.Arrays;

/**
 * The upper hull of points (x, level) given in ascending x. Of all lines {@code (level << shift) - x * m} with m >= 0,
 * the highest belongs to a point of the hull, and of n nearly straight steps only about log n are on it.
 */
final class Hull {
    private long[] xs = new long[8];
    private long[] levels = new long[8];
    private int size;

    /** Adds a point whose x and level are at least those of the one before. */
    void add(long x, long level) {
        while (size >= 2 && !above(size - 1, x, level)) {
            size--;
        }
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            levels = Arrays.copyOf(levels, 2 * size);
        }
        xs[size] = x;
        levels[size] = level;
        size++;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The highest line at a multiplier; the hull is not empty. */
    StepLine highest(long multiplier, int shift) {
        int best = 0;
        long height = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            long candidate = (levels[i] << shift) - xs[i] * multiplier;
            if (candidate > height) {
                height = candidate;
                best = i;
            }
        }
        return new StepLine(xs[best], levels[best] << shift);
    }

    /** Whether point i lies above the straight line from point i - 1 to (x, level). */
    private boolean above(int i, long x, long level) {
        long rise = (levels[i] - levels[i - 1]) * (x - xs[i - 1]);
        return rise > (level - levels[i - 1]) * (xs[i] - xs[i - 1]);
    }
}
