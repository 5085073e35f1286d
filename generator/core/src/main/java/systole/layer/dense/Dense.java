package systole.layer.dense;

import java.util.List;
import java.util.Optional;
import systole.layer.LayerKind;
import systole.layer.mac.Mac;
import systole.layer.mac.MacBuilder;
import systole.layer.mac.MacGolden;
import systole.layer.mac.MacLayer;
import systole.layer.mac.MacOps;
import systole.layer.mac.MacTerms;
import systole.layer.support.LayerCheck;
import systole.network.IntTensor;
import systole.network.Requantization.Scaled;
import systole.network.Shape;
import systole.network.Window;

/**
 * Product of an input [C], or [1, 1, C], with weights [M, C], as TensorFlow Lite's FULLY_CONNECTED; the output is [M].
 *
 * <p>With a single weight scale, {@code input scale * weight scale} is rounded to float before any other step. With a
 * scale for each channel, it is not. TensorFlow Lite 2.18 does the same in both cases.
 */
public record Dense(MacTerms terms) implements MacLayer {
    public static final LayerKind<Dense> KIND =
            new LayerKind<>("dense", Dense.class, new DenseSyntax(), new MacGolden<>(), new MacOps<>());

    /** Starts a dense layer. */
    public static Builder dense() {
        return new Builder();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public boolean fits(Shape input, LayerCheck check) {
        return check.require(
                        input.pixels() == 1, "the input is " + input + ", not [channels]", "put a flatten in front")
                & check.at("weights").dimensions("weights", terms.weights(), "output channels", "input channels");
    }

    @Override
    public Mac mac(Shape input) {
        IntTensor w = terms.weights();
        boolean oneScale =
                terms.requant() instanceof Scaled s && s.weightScales().size() == 1;
        return terms.on(w.reshaped(List.of(w.dim(0), 1, 1, w.dim(1))), Window.POINT, 1, oneScale);
    }

    @Override
    public Optional<Shape> outputShape(Shape input, Window.Placed placed, int channels, LayerCheck check) {
        return check.shape(channels);
    }

    /** Builds a dense layer; {@link MacBuilder} says which values are required. */
    public static final class Builder extends MacBuilder<Dense, Builder> {
        private Builder() {
            super("dense");
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        public Dense get() {
            return new Dense(terms());
        }
    }
}
