package systole.layer.mac;

import java.util.List;
import java.util.Optional;
import systole.network.Fold;
import systole.network.IntTensor;
import systole.network.Padding.Automatic;
import systole.network.Padding.Explicit;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;
import systole.network.Window;
import systole.network.Window.Placed;
import systole.plan.Lowering;
import systole.plan.requant.RequantPlanner;
import systole.plan.requant.RequantTask;
import systole.plan.unit.Engine;
import systole.plan.unit.MacShape;
import systole.plan.unit.MacUnit;
import systole.plan.unit.PadUnit;
import systole.plan.unit.Requantized;
import systole.plan.unit.Weights;

/**
 * Chooses the hardware of multiply-accumulate layers, which is one array. The array sums {@code w * x} over raw
 * elements and pads with the zero point, so the requantizer adds the bias {@code bias - zero * sum of w}. Padding that
 * is as wide as the kernel gets an engine of its own in front of the array.
 */
public final class MacLowering<L extends MacLayer> implements Lowering<L> {
    @Override
    public List<Engine> lower(String name, L layer, List<TensorType> inputs, TensorType output) {
        Shape shape = inputs.get(0).shape();
        Quantized input = inputs.get(0).element();
        Mac mac = layer.mac(shape);
        Optional<PadUnit> pad = pad(name, mac.window(), inputs.get(0));
        Placed placed = pad.map(p -> unpadded(mac.window()).on(p.outHeight(), p.outWidth()))
                .orElseGet(() -> mac.window().on(shape.height(), shape.width()));
        RequantTask task = new RequantTask(
                mac.requantizer(input), mac.reachable(input), mac.output().zero(), mac.lo(), mac.hi());
        IntTensor values = mac.weights()
                .reshaped(List.of(mac.channels(), placed.taps(), mac.weights().dim(3)));
        MacUnit array = new MacUnit(
                name,
                new MacShape(placed, shape.channels(), mac.channels(), mac.groups()),
                input.type(),
                input.zero(),
                Optional.of(new Weights(values, mac.weightType())),
                new Requantized(RequantPlanner.choose(task), mac.rawBiases(input.zero()), false),
                output.type());
        return pad.map(p -> List.<Engine>of(p, array)).orElseGet(() -> List.of(array));
    }

    /** An engine that adds the border, if a window could lie completely in the padding. */
    private static Optional<PadUnit> pad(String name, Window window, TensorType input) {
        return window.padding() instanceof Explicit p
                        && (Math.max(p.top(), p.bottom()) >= window.extentH()
                                || Math.max(p.left(), p.right()) >= window.extentW())
                ? Optional.of(new PadUnit(
                        name + "_pad",
                        input.shape(),
                        input.type(),
                        p,
                        input.element().zero(),
                        new Fold(1, 1)))
                : Optional.empty();
    }

    private static Window unpadded(Window w) {
        return new Window(
                w.kernelH(), w.kernelW(), w.strideH(), w.strideW(), w.dilationH(), w.dilationW(), Automatic.VALID);
    }
}
