package systole.layer.conv2d;

import java.util.List;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.mac.MacSyntax;
import systole.layer.mac.MacTerms;
import systole.layer.mac.Sliding;

/** {@code conv2d(x, weights, weight_type, bias, stride, dilation, padding, groups, requant, activation | clamp) -> type}. */
final class Conv2dSyntax extends MacSyntax<Conv2d> {
    Conv2dSyntax() {
        super(List.of("stride", "dilation", "padding", "groups"));
    }

    @Override
    protected Conv2d read(MacTerms terms, Arguments arguments) {
        return new Conv2d(terms, Sliding.read(arguments), arguments.integer("groups", 1, Integer.MAX_VALUE, 1));
    }

    @Override
    protected void writeOwn(Conv2d layer, ArgumentWriter out) {
        layer.sliding().write(out);
        if (layer.groups() != 1) {
            out.integer("groups", layer.groups());
        }
    }
}
