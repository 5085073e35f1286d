package systole.engine;

/**
 * The cycles that a folded engine spends on the steps of a frame. {@link Passage} estimates latencies from them.
 *
 * @param writing the cycles that it takes to write the input frame into the ring; 0 if there is no ring
 * @param computing the cycles that it takes to compute the output frame
 * @param direct true if there is no ring, so that beats are used as they arrive and a part is done with its last beat
 * @param hop the cycles from the end of computing a part until the next engine can read it
 */
public record Tempo(double writing, double computing, boolean direct, double hop) {
    /** The times at which the parts of an output frame leave, given the times at which their inputs are complete. */
    public double[] left(double[] ready) {
        double pace = computing / ready.length;
        double behind = direct ? Math.min(pace, 1) : pace;
        double[] left = new double[ready.length];
        double last = 0;
        for (int i = 0; i < left.length; i++) {
            last = later(last + pace, ready[i] + behind);
            left[i] = last + hop;
        }
        return left;
    }

    /**
     * The times at which the parts of an input frame have been written into the ring, which takes a beat a cycle.
     *
     * @param arrived in ascending order
     */
    public double[] written(double[] arrived) {
        if (writing == 0) {
            return arrived;
        }
        double pace = writing / arrived.length;
        double[] written = new double[arrived.length];
        double last = 0;
        for (int i = 0; i < written.length; i++) {
            last = later(last + pace, arrived[i]);
            written[i] = last;
        }
        return written;
    }

    /** The later of two times. This is much quicker than {@link Math#max}, which looks for numbers that are none. */
    private static double later(double a, double b) {
        return a > b ? a : b;
    }
}
