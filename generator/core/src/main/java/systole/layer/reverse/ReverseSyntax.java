package systole.layer.reverse;

import java.util.List;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.layer.support.Axis;
import systole.layer.support.Plain;

/** {@code reverse(x, axis = width | height | channels)}; width by default. */
final class ReverseSyntax implements Syntax<Reverse> {
    @Override
    public List<String> keys() {
        return List.of("axis");
    }

    @Override
    public Reverse read(Arguments arguments) {
        Plain.noOutput(arguments);
        return new Reverse(Axis.read(arguments, Axis.WIDTH));
    }

    @Override
    public void write(Reverse layer, ArgumentWriter out) {
        layer.axis().write(out, Axis.WIDTH);
    }
}
