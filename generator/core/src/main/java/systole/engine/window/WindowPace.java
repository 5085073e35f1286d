package systole.engine.window;

import systole.engine.Pace;
import systole.engine.Tempo;
import systole.network.Window.Placed;

/**
 * The pace of an engine that works in passes over windows.
 *
 * @param passes its schedule
 * @param inputBeats beats of an input frame
 */
record WindowPace(Passes passes, int inputBeats) implements Pace {
    /** The cycles that a beat takes through an output FIFO and to the next engine. */
    private static final int FIFO = 2;

    @Override
    public Tempo tempo() {
        return new Tempo(
                inputBeats,
                (double) passes.count() * passes.length(),
                passes.direct(),
                passes.issueToFifo() + passes.outBeats() + FIFO);
    }

    @Override
    public int parts(int most, int input) {
        return Math.min(most, passes.window().outPixels());
    }

    @Override
    public double share(int part, int parts) {
        Placed window = passes.window();
        int position = (int) ((part + 1L) * window.outPixels() / parts) - 1;
        int width = window.outW();
        return (double) WindowFlow.needed(window, position / width, position % width) / window.inPixels();
    }

    @Override
    public double lastShare() {
        return passes.lastShare();
    }
}
