package systole.layer.mac;

import java.util.List;
import java.util.Optional;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.support.LayerCheck;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Requantizer;
import systole.network.Shape;
import systole.network.TensorType;
import systole.network.Window;

/** A layer that can be written as a {@link Mac}. */
public interface MacLayer extends Layer {
    /** The terms that all multiply-accumulate layers have. */
    MacTerms terms();

    /** Checks the rank of the input and of the weights, and everything else that {@link #mac} relies on. */
    boolean fits(Shape input, LayerCheck check);

    /** The canonical form on an input for which {@link #fits} is true. */
    Mac mac(Shape input);

    /** The output's shape, if it is valid. */
    default Optional<Shape> outputShape(Shape input, Window.Placed placed, int channels, LayerCheck check) {
        return check.shapeLike(input, placed.outH(), placed.outW(), channels);
    }

    @Override
    default TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        TensorType input = inputs.get(0);
        LayerCheck check = new LayerCheck(kind(), where, problems);
        boolean usable = check.at("weights").values("weights", terms().weights(), terms().weightType())
                & check.activation(terms().activation(), terms().output())
                & fits(input.shape(), check);
        Optional<Shape> shape = usable ? infer(input, check) : Optional.empty();
        return new TensorType(shape.orElse(input.shape()), terms().output());
    }

    private Optional<Shape> infer(TensorType input, LayerCheck check) {
        Mac mac = mac(input.shape());
        if (sound(mac, input.shape(), check)) {
            Quantized element = input.element();
            Requantizer requantizer = mac.requantizer(element);
            check.exact(requantizer, mac.reachable(element));
        }
        return check.window(mac.window(), input.shape())
                .flatMap(placed -> outputShape(input.shape(), placed, mac.channels(), check));
    }

    private static boolean sound(Mac mac, Shape input, LayerCheck check) {
        int depth = mac.weights().dim(3);
        boolean grouped = check.at("groups")
                .require(
                        input.channels() % mac.groups() == 0 && mac.channels() % mac.groups() == 0,
                        mac.groups() + " groups do not divide " + input.channels() + " input and " + mac.channels()
                                + " output channels",
                        "use a common divisor of both");
        boolean deep = check.at("weights")
                .require(
                        !grouped || (long) depth * mac.groups() == input.channels(),
                        "the weights are for " + (long) depth * mac.groups() + " input channels and the input has "
                                + input.channels(),
                        WeightLayout.hint(mac.weights().dims(), input, mac.groups()));
        boolean biased = check.at("bias")
                .require(
                        mac.bias().rank() == 1 && mac.bias().size() == mac.channels(),
                        "there are biases " + mac.bias().dims() + " for " + mac.channels() + " output channels",
                        "give a vector with one for each, or none");
        return grouped & deep & biased & check.requantization(mac.requant(), mac.channels());
    }

    @Override
    default long macs(List<TensorType> inputs, TensorType output) {
        return (long) output.shape().pixels() * terms().weights().size();
    }

    @Override
    default long parameters() {
        return terms().parameters();
    }
}
