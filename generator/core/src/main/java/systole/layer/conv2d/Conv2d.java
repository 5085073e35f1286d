package systole.layer.conv2d;

import systole.layer.LayerKind;
import systole.layer.mac.Mac;
import systole.layer.mac.MacBuilder;
import systole.layer.mac.MacGolden;
import systole.layer.mac.MacLayer;
import systole.layer.mac.MacOps;
import systole.layer.mac.MacTerms;
import systole.layer.mac.Sliding;
import systole.layer.mac.SlidingBuilder;
import systole.layer.support.LayerCheck;
import systole.network.IntTensor;
import systole.network.Shape;

/**
 * Convolution of an input [H, W, C] with weights [M, KH, KW, C / groups], as TensorFlow Lite's CONV_2D.
 *
 * @param groups divides the input and the output channels; 1 for an ordinary convolution
 */
public record Conv2d(MacTerms terms, Sliding sliding, int groups) implements MacLayer {
    public static final LayerKind<Conv2d> KIND =
            new LayerKind<>("conv2d", Conv2d.class, new Conv2dSyntax(), new MacGolden<>(), new MacOps<>());

    public Conv2d {
        if (groups < 1) {
            throw new IllegalArgumentException("there is at least 1 group, not " + groups);
        }
    }

    /** Starts a convolution. */
    public static Builder conv2d() {
        return new Builder();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public boolean fits(Shape input, LayerCheck check) {
        return check.rank(input, 3)
                & check.at("weights")
                        .dimensions(
                                "weights",
                                terms.weights(),
                                "output channels",
                                "kernel height",
                                "kernel width",
                                "input channels / groups");
    }

    @Override
    public Mac mac(Shape input) {
        IntTensor weights = terms.weights();
        return terms.on(weights, sliding.window(weights.dim(1), weights.dim(2)), groups, false);
    }

    /** Builds a convolution; {@link MacBuilder} says which values are required. */
    public static final class Builder extends SlidingBuilder<Conv2d, Builder> {
        private int groups = 1;

        private Builder() {
            super("conv2d");
        }

        public Builder groups(int count) {
            groups = count;
            return this;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        public Conv2d get() {
            return new Conv2d(terms(), sliding(), groups);
        }
    }
}
