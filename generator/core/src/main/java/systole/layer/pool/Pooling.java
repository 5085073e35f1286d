package systole.layer.pool;

import java.util.List;
import java.util.Optional;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.support.LayerCheck;
import systole.network.Activation;
import systole.network.Layer;
import systole.network.Padding;
import systole.network.Shape;
import systole.network.TensorType;
import systole.network.Window;

/** Reduces the positions of a window, channel by channel. Padded positions do not count; the quantization stays. */
public interface Pooling extends Layer {
    /** The function of the values of a window. */
    enum Function {
        /** The largest. */
        MAX,
        /** Their mean, see {@link #mean}. */
        AVERAGE
    }

    Function function();

    /** The window on an input of a shape. */
    Window window(Shape input);

    /** Narrows the output's range. */
    Activation activation();

    /**
     * A sum divided by the number of in-bounds positions, rounded half away from zero as in TensorFlow Lite:
     * {@code sum > 0 ? (sum + n / 2) / n : (sum - n / 2) / n}, each division truncating.
     *
     * @param sum of raw values, zero points included
     * @param n at least 1
     */
    static long mean(long sum, int n) {
        return (sum > 0 ? sum + n / 2 : sum - n / 2) / n;
    }

    @Override
    default TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        TensorType input = inputs.get(0);
        Shape shape = input.shape();
        LayerCheck check = new LayerCheck(kind(), where, problems);
        boolean usable = check.rank(shape, 2, 3) & check.activation(activation(), input.element());
        Optional<Shape> output = usable && filled(window(shape), check)
                ? check.window(window(shape), shape)
                        .flatMap(p -> check.shapeLike(shape, p.outH(), p.outW(), shape.channels()))
                : Optional.empty();
        return input.withShape(output.orElse(shape));
    }

    private static boolean filled(Window window, LayerCheck check) {
        return !(window.padding() instanceof Padding.Explicit p)
                || check.at("padding")
                        .require(
                                Math.max(p.top(), p.bottom()) < window.kernelH()
                                        && Math.max(p.left(), p.right()) < window.kernelW(),
                                "some windows would hold nothing but padding",
                                "pad each side by less than the kernel");
    }
}
