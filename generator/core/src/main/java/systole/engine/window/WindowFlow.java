package systole.engine.window;

import systole.network.Window.Placed;

/**
 * Says which pixels a window generator waits for and which it frees, in linear positions of the input frame. The
 * hardware of the generator follows the same rules.
 */
public final class WindowFlow {
    private WindowFlow() {}

    /** The number of pixels that must have been written before output position (y, x) is computed. */
    public static int needed(Placed p, int y, int x) {
        int bottom = Math.min(p.inH() - 1, top(p, y) + p.window().extentH() - 1);
        int right = Math.min(p.inW() - 1, left(p, x) + p.window().extentW() - 1);
        return bottom * p.inW() + right + 1;
    }

    /** The number of pixels that are already free while output position (y, x) is computed. */
    public static int freedBefore(Placed p, int y, int x) {
        int top = top(p, y);
        return top < 0 ? 0 : top * p.inW() + Math.max(0, left(p, x));
    }

    /** The number of pixels that are free after output position (y, x). After the last position, all of them are. */
    public static int freedAfter(Placed p, int y, int x) {
        if (x + 1 < p.outW()) {
            return freedBefore(p, y, x + 1);
        }
        return y + 1 < p.outH() ? Math.max(0, top(p, y + 1)) * p.inW() : p.inPixels();
    }

    private static int top(Placed p, int y) {
        return y * p.window().strideH() - p.padTop();
    }

    private static int left(Placed p, int x) {
        return x * p.window().strideW() - p.padLeft();
    }
}
