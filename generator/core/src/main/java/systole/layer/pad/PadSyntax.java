package systole.layer.pad;

import java.util.List;
import java.util.OptionalInt;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.layer.support.Plain;
import systole.network.Padding;

/** {@code pad(x, padding = [top, bottom, left, right], value)}. */
final class PadSyntax implements Syntax<Pad> {
    private static final int LIMIT = 1 << 16;

    @Override
    public List<String> keys() {
        return List.of("padding", "value");
    }

    @Override
    public Pad read(Arguments arguments) {
        Plain.noOutput(arguments);
        return new Pad(
                sides(arguments),
                arguments.has("value")
                        ? OptionalInt.of(arguments.integer("value", -LIMIT, LIMIT))
                        : OptionalInt.empty());
    }

    private static Padding.Explicit sides(Arguments arguments) {
        if (arguments.padding() instanceof Padding.Explicit sides) {
            return sides;
        }
        arguments.report("padding", "pad needs the sizes of the border", "write padding = [top, bottom, left, right]");
        return new Padding.Explicit(0, 0, 0, 0);
    }

    @Override
    public void write(Pad layer, ArgumentWriter out) {
        out.padding(layer.padding());
        layer.value().ifPresent(raw -> out.integer("value", raw));
    }
}
