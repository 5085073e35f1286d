package systole.layer.depthwise;

import java.util.List;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.mac.MacSyntax;
import systole.layer.mac.MacTerms;
import systole.layer.mac.Sliding;

/** {@code depthwise_conv2d(x, weights, weight_type, bias, stride, dilation, padding, requant, activation | clamp) -> type}. */
final class DepthwiseConv2dSyntax extends MacSyntax<DepthwiseConv2d> {
    DepthwiseConv2dSyntax() {
        super(List.of("stride", "dilation", "padding"));
    }

    @Override
    protected DepthwiseConv2d read(MacTerms terms, Arguments arguments) {
        return new DepthwiseConv2d(terms, Sliding.read(arguments));
    }

    @Override
    protected void writeOwn(DepthwiseConv2d layer, ArgumentWriter out) {
        layer.sliding().write(out);
    }
}
