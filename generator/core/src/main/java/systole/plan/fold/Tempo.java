package systole.plan.fold;

import systole.plan.unit.Engine;
import systole.plan.unit.Passes;
import systole.plan.unit.WindowedEngine;

/**
 * The cycles that a folded engine spends on the steps of a frame. {@link Passage} estimates latencies from them.
 *
 * @param writing the cycles that it takes to write the input frame into the ring; 0 if there is no ring
 * @param computing the cycles that it takes to compute the output frame
 * @param direct true if there is no ring, so that beats are used as they arrive and a part is done with its last beat
 * @param hop the cycles from the end of computing a part until the next engine can read it
 */
record Tempo(double writing, double computing, boolean direct, double hop) {
    /** About how many cycles a part takes through an engine without a ring and to the next engine. */
    private static final int HOP = 8;
    /** The cycles that a beat takes through an output FIFO and to the next engine. */
    private static final int FIFO = 2;

    static Tempo of(Engine engine) {
        if (engine instanceof WindowedEngine w) {
            Passes p = w.passes();
            return new Tempo(
                    w.input().beats(),
                    (double) p.count() * p.length(),
                    p.direct(),
                    p.issueToFifo() + p.outBeats() + FIFO);
        }
        return new Tempo(0, engine.cycles(), false, HOP);
    }

    /** The times at which the parts of an output frame leave, given the times at which their inputs are complete. */
    double[] left(double[] ready) {
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

    /** The times at which the parts of an input frame have been written into the ring, which takes a beat a cycle. */
    double[] written(double[] arrived) {
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
