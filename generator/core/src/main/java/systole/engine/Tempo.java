package systole.engine;

/**
 * How quickly an engine, folded, gets through a frame.
 *
 * @param writing cycles in which the frame is written into its ring; 0 without one
 * @param computing cycles in which it is computed
 * @param direct true if beats are used as they come, and a part is done as soon as its last beat has come
 * @param hop cycles from a part's being computed to its standing before the next engine
 */
public record Tempo(double writing, double computing, boolean direct, double hop) {
    /** When the parts of an output frame leave, given when all that each needs has come. */
    public double[] left(double[] ready) {
        double pace = computing / ready.length;
        double behind = direct ? Math.min(pace, 1) : pace;
        double[] left = new double[ready.length];
        double last = 0;
        for (int i = 0; i < left.length; i++) {
            last = Math.max(last + pace, ready[i] + behind);
            left[i] = last + hop;
        }
        return left;
    }

    /** When the parts of an input frame stand in the ring, which takes a beat a cycle. */
    public double[] written(double[] arrived) {
        double pace = writing / arrived.length;
        double[] written = new double[arrived.length];
        double last = 0;
        for (int i = 0; i < written.length; i++) {
            last = Math.max(last + pace, arrived[i]);
            written[i] = last;
        }
        return written;
    }
}
