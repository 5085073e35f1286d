package systole.layer.conv1d;

import java.util.List;
import systole.layer.LayerKind;
import systole.layer.mac.Mac;
import systole.layer.mac.MacBuilder;
import systole.layer.mac.MacGolden;
import systole.layer.mac.MacLayer;
import systole.layer.mac.MacOps;
import systole.layer.mac.MacTerms;
import systole.layer.mac.Sliding;
import systole.layer.support.LayerCheck;
import systole.network.IntTensor;
import systole.network.Padding;
import systole.network.Shape;

/**
 * Convolution of an input [L, C] with weights [M, K, C / groups].
 *
 * @param stride in positions, at least 1
 * @param dilation in positions, at least 1
 * @param padding left and right, with none above and below
 * @param groups divides the input and the output channels
 */
public record Conv1d(MacTerms terms, int stride, int dilation, Padding padding, int groups) implements MacLayer {
    public static final LayerKind<Conv1d> KIND =
            new LayerKind<>("conv1d", Conv1d.class, new Conv1dSyntax(), new MacGolden<>(), new MacOps<>());

    public Conv1d {
        if (stride < 1 || dilation < 1 || groups < 1) {
            throw new IllegalArgumentException("stride, dilation and groups are at least 1");
        }
        if (padding instanceof Padding.Explicit p && (p.top() != 0 || p.bottom() != 0)) {
            throw new IllegalArgumentException("a sequence is padded left and right only");
        }
    }

    /** Starts a convolution. */
    public static Builder conv1d() {
        return new Builder();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public boolean fits(Shape input, LayerCheck check) {
        return check.rank(input, 2)
                & check.at("weights")
                        .dimensions(
                                "weights",
                                terms.weights(),
                                "output channels",
                                "kernel width",
                                "input channels / groups");
    }

    @Override
    public Mac mac(Shape input) {
        IntTensor w = terms.weights();
        Sliding sliding = new Sliding(1, stride, 1, dilation, padding);
        return terms.on(
                w.reshaped(List.of(w.dim(0), 1, w.dim(1), w.dim(2))), sliding.window(1, w.dim(1)), groups, false);
    }

    /** Builds a convolution; {@link MacBuilder} says which values are required. */
    public static final class Builder extends MacBuilder<Conv1d, Builder> {
        private int stride = 1;
        private int dilation = 1;
        private Padding padding = Padding.Automatic.VALID;
        private int groups = 1;

        private Builder() {
            super("conv1d");
        }

        public Builder stride(int positions) {
            stride = positions;
            return this;
        }

        public Builder dilation(int positions) {
            dilation = positions;
            return this;
        }

        public Builder padding(Padding.Automatic automatic) {
            padding = automatic;
            return this;
        }

        public Builder padding(int left, int right) {
            padding = new Padding.Explicit(0, 0, left, right);
            return this;
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
        public Conv1d get() {
            return new Conv1d(terms(), stride, dilation, padding, groups);
        }
    }
}
