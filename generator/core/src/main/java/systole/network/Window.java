package systole.network;

import systole.network.Padding.Automatic;

/** A sliding window: kernel, stride and dilation (height, width) and padding. */
public record Window(
        int kernelH, int kernelW, int strideH, int strideW, int dilationH, int dilationW, Padding padding) {
    public Window {
        if (kernelH < 1 || kernelW < 1 || strideH < 1 || strideW < 1 || dilationH < 1 || dilationW < 1) {
            throw new IllegalArgumentException("kernel, stride and dilation are at least 1");
        }
    }

    /** A 1 x 1 window. */
    public static final Window POINT = new Window(1, 1, 1, 1, 1, 1, Automatic.VALID);

    /** Extent of the dilated kernel in rows. */
    public int extentH() {
        return (kernelH - 1) * dilationH + 1;
    }

    /** Extent of the dilated kernel in columns. */
    public int extentW() {
        return (kernelW - 1) * dilationW + 1;
    }

    /** The window placed on an input of a known size. Its output size is below 1 if the kernel does not fit. */
    public Placed on(int inH, int inW) {
        if (padding == Automatic.SAME) {
            int outH = (inH + strideH - 1) / strideH;
            int outW = (inW + strideW - 1) / strideW;
            int totalH = Math.max(0, (outH - 1) * strideH + extentH() - inH);
            int totalW = Math.max(0, (outW - 1) * strideW + extentW() - inW);
            return new Placed(this, inH, inW, outH, outW, totalH / 2, totalW / 2);
        }
        Padding.Explicit p = padding instanceof Padding.Explicit e ? e : new Padding.Explicit(0, 0, 0, 0);
        int outH = Math.floorDiv(inH + p.top() + p.bottom() - extentH(), strideH) + 1;
        int outW = Math.floorDiv(inW + p.left() + p.right() - extentW(), strideW) + 1;
        return new Placed(this, inH, inW, outH, outW, p.top(), p.left());
    }

    /**
     * A window on an input of known size: output position (y, x) reads the input at
     * {@code y * strideH - padTop + kh * dilationH}, and likewise in x. Positions outside the input are padding.
     */
    public record Placed(Window window, int inH, int inW, int outH, int outW, int padTop, int padLeft) {
        /** Taps of the kernel. */
        public int taps() {
            return window.kernelH() * window.kernelW();
        }

        /** Pixels of the input, without padding. */
        public int inPixels() {
            return inH * inW;
        }

        /** Pixels of the output. */
        public int outPixels() {
            return outH * outW;
        }

        /** True if the kernel fits into the padded input. */
        public boolean fits() {
            return outH >= 1 && outW >= 1;
        }
    }
}
