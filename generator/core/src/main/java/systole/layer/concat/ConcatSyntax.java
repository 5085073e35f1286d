package systole.layer.concat;

import java.util.List;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.layer.support.Axis;
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
        return new Concat(Axis.read(arguments, Axis.CHANNELS));
    }

    @Override
    public void write(Concat layer, ArgumentWriter out) {
        layer.axis().write(out, Axis.CHANNELS);
    }
}
