package systole.layer.mean;

import java.util.List;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;

/** {@code mean(x) -> type}. */
final class MeanSyntax implements Syntax<Mean> {
    @Override
    public List<String> keys() {
        return List.of();
    }

    @Override
    public Mean read(Arguments arguments) {
        return new Mean(arguments.output());
    }

    @Override
    public void write(Mean layer, ArgumentWriter out) {
        out.output(layer.output());
    }
}
