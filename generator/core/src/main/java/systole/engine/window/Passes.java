package systole.engine.window;

import systole.network.Window.Placed;

/**
 * The schedule of an engine that works in passes over windows: at each output position, for each group, {@code repeat}
 * times, one pass of {@code length} beats over the window, which puts out {@code outBeats} beats.
 *
 * @param window geometry; every position overlaps the input
 * @param beats input beats of a pixel
 * @param groups channel groups, a divisor of the beats
 * @param repeat passes over each group's window
 * @param outBeats beats that a pass puts out, at most its length
 * @param latency cycles from a pass's last beat leaving the window to its first beat entering the output FIFO
 * @param ring pixels that the ring holds
 */
public record Passes(Placed window, int beats, int groups, int repeat, int outBeats, int latency, int ring) {
    /** Cycles from the beat being issued to its leaving the window; a feed takes one less. */
    private static final int WINDOW_LATENCY = 2;

    /** Cycles from entering the output FIFO to the credit's return, at the least. */
    private static final int FIFO_LATENCY = 4;

    public Passes {
        boolean rows = overlaps(
                window.padTop(),
                window.window().extentH(),
                (window.outH() - 1) * window.window().strideH(),
                window.inH());
        boolean columns = overlaps(
                window.padLeft(),
                window.window().extentW(),
                (window.outW() - 1) * window.window().strideW(),
                window.inW());
        if (!rows || !columns) {
            throw new IllegalArgumentException("a window lies in the padding altogether");
        }
    }

    private static boolean overlaps(int padding, int extent, int last, int size) {
        return padding < extent && last - padding < size;
    }

    /** Beats of a pass: taps times the beats of a group. */
    public int length() {
        return window.taps() * beats / groups;
    }

    /** Passes of a frame. */
    public int count() {
        return window.outPixels() * groups * repeat;
    }

    /** Cycles of a frame: the longer of computing it and writing it into the ring. */
    public long cycles() {
        return Math.max((long) count() * length(), (long) window.inPixels() * beats);
    }

    /** True if beats are used in the order they come, once: then no ring is needed. */
    public boolean direct() {
        return window.taps() == 1
                && groups == 1
                && repeat == 1
                && window.inH() == window.outH()
                && window.inW() == window.outW();
    }

    /** Cycles from the last beat's issue to the first beat entering the output FIFO. */
    public int issueToFifo() {
        return (direct() ? WINDOW_LATENCY - 1 : WINDOW_LATENCY) + latency;
    }

    /** Passes that may be under way, so that the engine never waits for credit while its output is taken. */
    public int credits() {
        return (length() + issueToFifo() + outBeats + FIFO_LATENCY) / length() + 2;
    }

    /** Beats of the output FIFO: all passes under way fit. */
    public int fifo() {
        return Math.max(2, credits() * outBeats);
    }

    public Passes withRing(int pixels) {
        return new Passes(window, beats, groups, repeat, outBeats, latency, pixels);
    }

    /** The share of the output positions whose window reaches the last pixel: they are computed when all has come. */
    public double lastShare() {
        int last = 0;
        for (int y = 0; y < window.outH(); y++) {
            for (int x = 0; x < window.outW(); x++) {
                last += WindowFlow.needed(window, y, x) == window.inPixels() ? 1 : 0;
            }
        }
        return (double) last / window.outPixels();
    }

    /** The least ring with which every window comes to stand in it whole. */
    public int leastRing() {
        int least = 1;
        for (int y = 0; y < window.outH(); y++) {
            for (int x = 0; x < window.outW(); x++) {
                least = Math.max(least, WindowFlow.needed(window, y, x) - WindowFlow.freedBefore(window, y, x));
            }
        }
        return least;
    }
}
