package systole.layer.constant;

import java.util.List;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;

/** {@code constant(x, values) -> type}. */
final class ConstantSyntax implements Syntax<Constant> {
    @Override
    public List<String> keys() {
        return List.of("values");
    }

    @Override
    public Constant read(Arguments arguments) {
        return new Constant(arguments.tensor("values"), arguments.output());
    }

    @Override
    public void write(Constant layer, ArgumentWriter out) {
        out.tensor("values", layer.values());
        out.output(layer.output());
    }
}
