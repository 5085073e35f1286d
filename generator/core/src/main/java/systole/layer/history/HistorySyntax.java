package systole.layer.history;

import java.util.List;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.layer.support.Plain;

/** {@code history(x, rows = 4, initial = 3)}. */
final class HistorySyntax implements Syntax<History> {
    @Override
    public List<String> keys() {
        return List.of("rows", "initial");
    }

    @Override
    public History read(Arguments arguments) {
        Plain.noOutput(arguments);
        return new History(arguments.integer("rows", 1, History.MAX_ROWS), arguments.optionalTensor("initial"));
    }

    @Override
    public void write(History layer, ArgumentWriter out) {
        out.integer("rows", layer.rows());
        layer.initial().ifPresent(values -> out.tensor("initial", values));
    }
}
