package systole.layer.depthwise;

import java.util.List;
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
 * Convolution of each channel of an input [H, W, C] by itself with weights [KH, KW, C * multiplier], as TensorFlow
 * Lite's DEPTHWISE_CONV_2D: output channel {@code c * multiplier + j} reads input channel c.
 */
public record DepthwiseConv2d(MacTerms terms, Sliding sliding) implements MacLayer {
    public static final LayerKind<DepthwiseConv2d> KIND = new LayerKind<>(
            "depthwise_conv2d", DepthwiseConv2d.class, new DepthwiseConv2dSyntax(), new MacGolden<>(), new MacOps<>());

    /** Starts a convolution. */
    public static Builder depthwiseConv2d() {
        return new Builder();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public boolean fits(Shape input, LayerCheck check) {
        IntTensor w = terms.weights();
        return check.rank(input, 3)
                & (check.at("weights")
                                .dimensions(
                                        "weights", w, "kernel height", "kernel width", "input channels * multiplier")
                        && check.at("weights")
                                .require(
                                        w.dim(2) % input.channels() == 0,
                                        "the weights are for " + w.dim(2)
                                                + " output channels, no multiple of the input's " + input.channels(),
                                        "the last dimension of the weights is input channels * multiplier"));
    }

    @Override
    public Mac mac(Shape input) {
        IntTensor w = terms.weights();
        IntTensor canonical = channelsFirst(w);
        return terms.on(canonical, sliding.window(w.dim(0), w.dim(1)), input.channels(), false);
    }

    private static IntTensor channelsFirst(IntTensor w) {
        int taps = w.dim(0) * w.dim(1);
        int channels = w.dim(2);
        int[] to = new int[w.size()];
        for (int i = 0; i < to.length; i++) {
            to[i % channels * taps + i / channels] = w.get(i);
        }
        return new IntTensor(List.of(channels, w.dim(0), w.dim(1), 1), to);
    }

    /** Builds a convolution; {@link MacBuilder} says which values are required. */
    public static final class Builder extends SlidingBuilder<DepthwiseConv2d, Builder> {
        private Builder() {
            super("depthwise_conv2d");
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        public DepthwiseConv2d get() {
            return new DepthwiseConv2d(terms(), sliding());
        }
    }
}
