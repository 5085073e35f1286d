package systole.layer.softmax;

import java.util.List;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;

/** {@code softmax(x, beta) -> type}; beta is 1 and the type {@link Softmax#INT8} by default. */
final class SoftmaxSyntax implements Syntax<Softmax> {
    @Override
    public List<String> keys() {
        return List.of("beta");
    }

    @Override
    public Softmax read(Arguments arguments) {
        return new Softmax(arguments.number("beta", 1), arguments.hasOutput() ? arguments.output() : Softmax.INT8);
    }

    @Override
    public void write(Softmax layer, ArgumentWriter out) {
        if (layer.beta() != 1) {
            out.number("beta", layer.beta());
        }
        if (!layer.output().equals(Softmax.INT8)) {
            out.output(layer.output());
        }
    }
}
