package systole.layer.add;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.LayerKind;
import systole.layer.support.LayerCheck;
import systole.layer.support.Missing;
import systole.network.Activation;
import systole.network.Arity;
import systole.network.Layer;
import systole.network.Quantized;
import systole.network.Requantization;
import systole.network.Requantization.Scaled;
import systole.network.Shape;
import systole.network.TensorType;

/**
 * Sum of two tensors of one shape; {@link AddArithmetic} says how.
 *
 * @param requant from {@code x1 - z1 + x2 - z2} to levels; empty for TensorFlow Lite's ADD, which rescales both inputs
 * @param activation narrows the output's range
 * @param output the output's elements
 */
public record Add(Optional<Requantization> requant, Activation activation, Quantized output) implements Layer {
    public static final LayerKind<Add> KIND =
            new LayerKind<>("add", Add.class, new AddSyntax(), new AddGolden(), new AddLowering());

    /** Starts a sum. */
    public static Builder add() {
        return new Builder();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Arity arity() {
        return Arity.TWO;
    }

    @Override
    public TensorType infer(List<TensorType> inputs, SourceRef where, Problems problems) {
        LayerCheck check = new LayerCheck(kind(), where, problems);
        Shape shape = inputs.get(0).shape();
        boolean usable = check.require(
                        shape.equals(inputs.get(1).shape()),
                        "the inputs are " + shape + " and " + inputs.get(1).shape(),
                        "both inputs have the same shape")
                & check.activation(activation, output)
                & (requant.isPresent()
                        ? plain(requant.get(), shape, inputs, check)
                        : rescaled(inputs.get(0), inputs.get(1), check));
        if (usable) {
            AddArithmetic arithmetic = AddArithmetic.of(this, inputs);
            check.exact(arithmetic.requantizer(), Collections.nCopies(shape.channels(), arithmetic.reachable()));
        }
        return new TensorType(shape, output);
    }

    private static boolean plain(Requantization requant, Shape shape, List<TensorType> inputs, LayerCheck check) {
        return check.requantization(requant, shape.channels())
                & check.require(
                        !(requant instanceof Scaled)
                                || inputs.get(0).element().scale()
                                        == inputs.get(1).element().scale(),
                        "the inputs have different scales, and their integers are added as they are",
                        "leave requant out, so that each input is rescaled first");
    }

    private boolean rescaled(TensorType first, TensorType second, LayerCheck check) {
        return check.require(
                        Math.max(first.type().bits(), second.type().bits()) <= 8,
                        "inputs of " + first.type() + " and " + second.type() + " cannot be rescaled exactly",
                        "use inputs of at most 8 bits, or give requant")
                & check.require(
                        AddArithmetic.outputMultiplier(first.element(), second.element(), output)
                                        .exponent()
                                <= 0,
                        "the output's scale is less than 2^-19 of the larger input scale",
                        "use a larger output scale");
    }

    /** Says what a sum is; the output is required. */
    public static final class Builder implements Supplier<Add> {
        private Optional<Requantization> requant = Optional.empty();
        private Activation activation = Activation.Named.NONE;
        private Optional<Quantized> output = Optional.empty();

        private Builder() {}

        /** Adds the integers as they are and requantizes the sum. */
        public Builder requant(Requantization requantization) {
            requant = Optional.of(requantization);
            return this;
        }

        public Builder activation(Activation limits) {
            activation = limits;
            return this;
        }

        /** Limits in output integers, both included. */
        public Builder clamp(int lo, int hi) {
            return activation(new Activation.Clamp(lo, hi));
        }

        public Builder output(Quantized elements) {
            output = Optional.of(elements);
            return this;
        }

        @Override
        public Add get() {
            return new Add(requant, activation, output.orElseThrow(Missing.of("add", "output")));
        }
    }
}
