package systole.design;

import java.util.List;

/**
 * Predicted cycles of a design whose source and sink never wait.
 *
 * @param interval cycles between frames in steady state
 * @param ends for each of the first frames, the cycles from the first frame's first beat in to this frame's last beat out
 */
public record Prediction(double interval, List<Long> ends) {
    public Prediction {
        ends = List.copyOf(ends);
    }

    /** The prediction for a design that is in its steady state from the first frame on. */
    public Prediction(double interval, long latency) {
        this(interval, List.of(latency));
    }

    /**
     * The prediction from the ends of at least two frames, the second half of which are in steady state.
     *
     * @param ends for each frame, as in {@link #ends}
     */
    public static Prediction of(List<Long> ends) {
        return new Prediction(new Prediction(0, ends).interval(ends.size()), ends);
    }

    /** Cycles from the first frame's first beat in to its last beat out. */
    public long latency() {
        return ends.get(0);
    }

    /**
     * The cycles between frames as the testbenches measure them: over the second half of the frames. Until the design is
     * filled with frames, it differs from the steady state.
     *
     * @param frames at least 2
     */
    public double interval(long frames) {
        long from = Math.max(1, frames / 2);
        return (end(frames - 1) - end(from - 1)) / (frames - from);
    }

    private double end(long frame) {
        int last = ends.size() - 1;
        return frame <= last ? ends.get((int) frame) : ends.get(last) + (frame - last) * interval;
    }
}
