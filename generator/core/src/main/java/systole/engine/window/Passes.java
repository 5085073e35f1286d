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
 * @param latency cycles after the last beat of a pass leaves the window until its first output beat enters the output
 *     FIFO
 * @param ring pixels that the ring holds
 */
public record Passes(Placed window, int beats, int groups, int repeat, int outBeats, int latency, int ring) {
    /** Cycles from issuing a beat until it leaves the window. A feed takes one cycle less. */
    private static final int WINDOW_LATENCY = 2;

    /** The fewest cycles from the entry of a beat into the output FIFO to the return of its credit. */
    private static final int FIFO_LATENCY = 5;

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

    /** The length of a pass in beats: the taps times the beats of a group. */
    public int length() {
        return window.taps() * beats / groups;
    }

    /** The number of passes in a frame. */
    public int count() {
        return window.outPixels() * groups * repeat;
    }

    /** Cycles of a frame: those of computing it or of writing it into the ring, whichever takes longer. */
    public long cycles() {
        return Math.max((long) count() * length(), (long) window.inPixels() * beats);
    }

    /** True if each beat is used only once and in the order of arrival. Then no ring is needed. */
    public boolean direct() {
        return window.taps() == 1
                && groups == 1
                && repeat == 1
                && window.inH() == window.outH()
                && window.inW() == window.outW();
    }

    /** Cycles from the issue of the last beat of a pass until its first output beat enters the output FIFO. */
    public int issueToFifo() {
        return (direct() ? WINDOW_LATENCY - 1 : WINDOW_LATENCY) + latency;
    }

    /**
     * The number of passes that may be under way, chosen so that the engine never waits for a credit while its output
     * is taken.
     */
    public int credits() {
        return (length() + issueToFifo() + outBeats + FIFO_LATENCY) / length() + 2;
    }

    /** The depth of the output FIFO in beats, so that all passes under way fit. */
    public int fifo() {
        return Math.max(2, credits() * outBeats);
    }

    public Passes withRing(int pixels) {
        return new Passes(window, beats, groups, repeat, outBeats, latency, pixels);
    }

    /**
     * The share of the output positions whose window reaches the last pixel. They can be computed only after the whole
     * frame has arrived.
     */
    public double lastShare() {
        int last = 0;
        for (int y = 0; y < window.outH(); y++) {
            for (int x = 0; x < window.outW(); x++) {
                last += WindowFlow.needed(window, y, x) == window.inPixels() ? 1 : 0;
            }
        }
        return (double) last / window.outPixels();
    }

    /** The smallest ring that holds every window completely. */
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
