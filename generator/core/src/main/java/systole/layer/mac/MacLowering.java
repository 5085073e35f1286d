package systole.layer.mac;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.IntTensor;
import systole.network.Quantized;
import systole.network.Shape;
import systole.network.TensorType;
import systole.network.Window.Placed;
import systole.plan.Lowering;
import systole.plan.requant.RequantPlanner;
import systole.plan.requant.RequantTask;
import systole.plan.unit.Engine;
import systole.plan.unit.MacUnit;
import systole.plan.unit.Requantized;
import systole.plan.unit.Weights;

/**
 * The hardware of multiply-accumulate layers: one array. It sums {@code w * x} over raw elements, padding with the
 * zero point, so the bias that the requantizer adds is {@code bias - zero * sum of w}.
 */
public final class MacLowering<L extends MacLayer> implements Lowering<L> {
    @Override
    public List<Engine> lower(String name, L layer, List<TensorType> inputs, TensorType output) {
        Shape shape = inputs.get(0).shape();
        Quantized input = inputs.get(0).element();
        Mac mac = layer.mac(shape);
        Placed placed = mac.window().on(shape.height(), shape.width());
        requireNarrowPadding(placed);
        RequantTask task = new RequantTask(
                mac.requantizer(input), mac.reachable(input), mac.output().zero(), mac.lo(), mac.hi());
        IntTensor values = mac.weights()
                .reshaped(List.of(mac.channels(), placed.taps(), mac.weights().dim(3)));
        return List.of(new MacUnit(
                name,
                placed,
                shape.channels(),
                mac.channels(),
                mac.groups(),
                input.type(),
                input.zero(),
                Optional.of(new Weights(values, mac.weightType())),
                new Requantized(RequantPlanner.choose(task), biases(mac, input.zero()), false),
                output.type()));
    }

    private static List<Long> biases(Mac mac, int zero) {
        int[] weights = mac.weights().toArray();
        return IntStream.range(0, mac.channels())
                .mapToObj(m -> mac.bias().get(m)
                        - (long) zero
                                * IntStream.range(m * mac.taps(), (m + 1) * mac.taps())
                                        .mapToLong(i -> weights[i])
                                        .sum())
                .toList();
    }

    private static void requireNarrowPadding(Placed placed) {
        if (placed.padTop() >= placed.window().extentH()
                || placed.padLeft() >= placed.window().extentW()) {
            throw RefusedException.of(
                    SourceRef.NONE,
                    "the padding is as wide as the kernel",
                    "pad by less than the dilated kernel, or put a pad layer in front");
        }
    }
}
