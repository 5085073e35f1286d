package systole.layer.concat;

import java.util.List;
import java.util.Locale;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.layer.concat.Concat.Axis;
import systole.layer.support.Plain;

/** {@code concat(a, b, ..., axis = channels | width | height)}; channels by default. */
final class ConcatSyntax implements Syntax<Concat> {
    @Override
    public List<String> keys() {
        return List.of("axis");
    }

    @Override
    public Concat read(Arguments arguments) {
        Plain.noOutput(arguments);
        return new Concat(
                arguments.has("axis")
                        ? Axis.valueOf(arguments
                                .word("axis", List.of("channels", "width", "height"))
                                .toUpperCase(Locale.ROOT))
                        : Axis.CHANNELS);
    }

    @Override
    public void write(Concat layer, ArgumentWriter out) {
        if (layer.axis() != Axis.CHANNELS) {
            out.word("axis", layer.axis().toString().toLowerCase(Locale.ROOT));
        }
    }
}
