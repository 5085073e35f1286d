package systole.layer.lookup;

import java.util.List;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;

/** {@code lookup(x, table) -> type}. */
final class LookupSyntax implements Syntax<Lookup> {
    @Override
    public List<String> keys() {
        return List.of("table");
    }

    @Override
    public Lookup read(Arguments arguments) {
        return new Lookup(arguments.tensor("table"), arguments.output());
    }

    @Override
    public void write(Lookup layer, ArgumentWriter out) {
        out.tensor("table", layer.table());
        out.output(layer.output());
    }
}
