package systole.layer.clamp;

import java.util.List;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.layer.support.Plain;

/** {@code clamp(x, lo, hi)}. */
final class ClampSyntax implements Syntax<Clamp> {
    private static final int LIMIT = 1 << 16;

    @Override
    public List<String> keys() {
        return List.of("lo", "hi");
    }

    @Override
    public Clamp read(Arguments arguments) {
        Plain.noOutput(arguments);
        return new Clamp(arguments.integer("lo", -LIMIT, LIMIT), arguments.integer("hi", -LIMIT, LIMIT));
    }

    @Override
    public void write(Clamp layer, ArgumentWriter out) {
        out.integer("lo", layer.lo());
        out.integer("hi", layer.hi());
    }
}
