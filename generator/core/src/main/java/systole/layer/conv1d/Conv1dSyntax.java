package systole.layer.conv1d;

import java.util.List;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.mac.MacSyntax;
import systole.layer.mac.MacTerms;
import systole.network.Padding;

/** {@code conv1d(x, weights, weight_type, bias, stride, dilation, padding, groups, requant, activation | clamp) -> type}. */
final class Conv1dSyntax extends MacSyntax<Conv1d> {
    private static final int MAX = 1 << 16;

    Conv1dSyntax() {
        super(List.of("stride", "dilation", "padding", "groups"));
    }

    @Override
    protected Conv1d read(MacTerms terms, Arguments arguments) {
        return new Conv1d(
                terms,
                arguments.integer("stride", 1, MAX, 1),
                arguments.integer("dilation", 1, MAX, 1),
                sideways(arguments),
                arguments.integer("groups", 1, Integer.MAX_VALUE, 1));
    }

    /**
     * The padding of a sequence. A single number was read as all four sides, of which only left and right have a
     * meaning.
     */
    private static Padding sideways(Arguments arguments) {
        if (!(arguments.padding() instanceof Padding.Explicit p)) {
            return arguments.padding();
        }
        boolean single = p.top() == p.left() && p.bottom() == p.left() && p.right() == p.left();
        if (!single && (p.top() != 0 || p.bottom() != 0)) {
            arguments.report(
                    "padding",
                    "a sequence cannot be padded at its top or bottom",
                    "write padding = [0, 0, " + p.left() + ", " + p.right() + "]");
        }
        return new Padding.Explicit(0, 0, p.left(), p.right());
    }

    @Override
    protected void writeOwn(Conv1d layer, ArgumentWriter out) {
        if (layer.stride() != 1) {
            out.integer("stride", layer.stride());
        }
        if (layer.dilation() != 1) {
            out.integer("dilation", layer.dilation());
        }
        out.padding(layer.padding());
        if (layer.groups() != 1) {
            out.integer("groups", layer.groups());
        }
    }
}
