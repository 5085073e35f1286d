package systole.frontend.onnx;

import java.util.List;
import java.util.stream.IntStream;
import systole.network.Padding;
import systole.network.Padding.Automatic;
import systole.network.Shape;
import systole.network.Window;

/** Reads kernel, strides, dilations and padding. */
final class Windows {
    private Windows() {}

    /**
     * The window of a convolution or a pooling.
     *
     * @param spatial dimensions: 2, or 1, which becomes the width
     */
    static Window read(OnnxOperator op, Shape image, List<Integer> kernel, int spatial) {
        List<Integer> ones = IntStream.range(0, spatial).mapToObj(i -> 1).toList();
        List<Integer> zeros = IntStream.range(0, 2 * spatial).mapToObj(i -> 0).toList();
        List<Integer> stated = op.attributes().integers("kernel_shape", kernel);
        List<Integer> strides = op.attributes().integers("strides", ones);
        List<Integer> dilations = op.attributes().integers("dilations", ones);
        List<Integer> pads = op.attributes().integers("pads", zeros);
        String auto = op.attributes().text("auto_pad", "NOTSET");
        op.require(
                stated.equals(kernel) || kernel.isEmpty(),
                "kernel_shape " + stated + " and weights for " + kernel,
                "export the model again");
        op.require(
                List.of("NOTSET", "VALID", "SAME_UPPER", "SAME_LOWER").contains(auto),
                "auto_pad " + auto,
                "there are NOTSET, VALID, SAME_UPPER and SAME_LOWER");
        if (stated.size() != spatial
                || strides.size() != spatial
                || dilations.size() != spatial
                || pads.size() != 2 * spatial) {
            throw op.refused(
                    "kernel " + stated + ", strides " + strides + ", dilations " + dilations + ", pads " + pads
                            + " for " + spatial + " dimensions of space",
                    "export the model again");
        }
        return padded(window(stated, strides, dilations, explicit(pads)), image, auto);
    }

    private static Window window(
            List<Integer> kernel, List<Integer> strides, List<Integer> dilations, Padding padding) {
        boolean flat = kernel.size() == 1;
        int last = kernel.size() - 1;
        return new Window(
                flat ? 1 : kernel.get(0),
                kernel.get(last),
                flat ? 1 : strides.get(0),
                strides.get(last),
                flat ? 1 : dilations.get(0),
                dilations.get(last),
                padding);
    }

    private static Padding.Explicit explicit(List<Integer> pads) {
        return pads.size() == 2
                ? new Padding.Explicit(0, 0, pads.get(0), pads.get(1))
                : new Padding.Explicit(pads.get(0), pads.get(2), pads.get(1), pads.get(3));
    }

    private static Window padded(Window w, Shape image, String auto) {
        return switch (auto) {
            case "SAME_UPPER" -> with(w, Automatic.SAME);
            case "SAME_LOWER" -> with(w, lower(w, image));
            case "VALID" -> unpadded(w);
            default -> w;
        };
    }

    /** The padding whose odd element comes first. */
    private static Padding lower(Window w, Shape image) {
        int height = total(image.height(), w.strideH(), w.extentH());
        int width = total(image.width(), w.strideW(), w.extentW());
        return new Padding.Explicit((height + 1) / 2, height / 2, (width + 1) / 2, width / 2);
    }

    private static int total(int size, int stride, int extent) {
        return Math.max(0, ((size + stride - 1) / stride - 1) * stride + extent - size);
    }

    /** The same window without padding. */
    static Window unpadded(Window w) {
        return with(w, new Padding.Explicit(0, 0, 0, 0));
    }

    private static Window with(Window w, Padding padding) {
        return new Window(w.kernelH(), w.kernelW(), w.strideH(), w.strideW(), w.dilationH(), w.dilationW(), padding);
    }
}
