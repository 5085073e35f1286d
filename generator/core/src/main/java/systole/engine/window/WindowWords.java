package systole.engine.window;

import systole.network.Window.Placed;

/** Phrases that describe a window. */
public final class WindowWords {
    private WindowWords() {}

    /** The kernel, for the report. */
    public static String kernel(Placed p) {
        return p.window().kernelH() + "×" + p.window().kernelW();
    }

    /** The shapes of input and output, and the stride, for the report. */
    public static String shapes(Placed p, int in, int out) {
        String stride = p.window().strideH() * p.window().strideW() == 1
                ? ""
                : ", stride " + p.window().strideH() + "×" + p.window().strideW();
        return p.inH() + "×" + p.inW() + "×" + in + " to " + p.outH() + "×" + p.outW() + "×" + out + stride;
    }

    /** The full description for the head of a module, which begins with what is computed. */
    public static String title(String what, Placed p, int in, int out) {
        return what + " " + p.window().kernelH() + "x" + p.window().kernelW()
                + " stride " + p.window().strideH() + "x" + p.window().strideW()
                + ", " + p.inH() + "x" + p.inW() + "x" + in + " to " + p.outH() + "x" + p.outW() + "x" + out;
    }
}
