package systole.layer.mac;

import java.util.List;
import java.util.Optional;
import systole.network.IntTensor;
import systole.network.Padding.Automatic;
import systole.network.Padding.Explicit;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;
import systole.network.Window;
import systole.network.Window.Placed;
import systole.op.LayerOps;
import systole.op.MacOp;
import systole.op.NamedOp;
import systole.op.RearrangeOp;
import systole.op.RearrangeOp.Border;
import systole.op.RequantTask;
import systole.op.Scaling;
import systole.op.Weights;

/**
 * The operations of multiply-accumulate layers. A layer is one sum of products of raw elements that is padded with the
 * zero point, so its bias is {@code bias - zero * sum of w}. Padding that is as wide as the kernel becomes a border in
 * front.
 */
public final class MacOps<L extends MacLayer> implements LayerOps<L> {
    @Override
    public List<NamedOp> ops(String name, L layer, List<TensorType> inputs, TensorType output) {
        Shape shape = inputs.get(0).shape();
        Quantized input = inputs.get(0).element();
        Mac mac = layer.mac(shape);
        Optional<Border> border = border(mac.window(), inputs.get(0));
        Placed placed = border.map(b -> unpadded(mac.window()).on(b.outHeight(), b.outWidth()))
                .orElseGet(() -> mac.window().on(shape.height(), shape.width()));
        RequantTask task = new RequantTask(
                mac.requantizer(input), mac.reachable(input), mac.output().zero(), mac.lo(), mac.hi());
        IntTensor values = mac.weights()
                .reshaped(List.of(mac.channels(), placed.taps(), mac.weights().dim(3)));
        NamedOp sums = new NamedOp(
                name,
                new MacOp(
                        placed,
                        shape.channels(),
                        mac.channels(),
                        mac.groups(),
                        input.type(),
                        input.zero(),
                        new Weights(values, mac.weightType()),
                        new Scaling(task, mac.rawBiases(input.zero())),
                        output.type()));
        return border.map(b -> List.of(new NamedOp(name + "_pad", new RearrangeOp(input.type(), b)), sums))
                .orElseGet(() -> List.of(sums));
    }

    /** A border of its own, if a window could lie completely in the padding. */
    private static Optional<Border> border(Window window, TensorType input) {
        return window.padding() instanceof Explicit p
                        && (Math.max(p.top(), p.bottom()) >= window.extentH()
                                || Math.max(p.left(), p.right()) >= window.extentW())
                ? Optional.of(new Border(input.shape(), p, input.element().zero()))
                : Optional.empty();
    }

    private static Window unpadded(Window w) {
        return new Window(
                w.kernelH(), w.kernelW(), w.strideH(), w.strideW(), w.dilationH(), w.dilationW(), Automatic.VALID);
    }
}
