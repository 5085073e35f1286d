package systole.layer.add;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.layer.support.ActivationArguments;

/** {@code add(a, b, requant, activation | clamp) -> type}; without requant as TensorFlow Lite's ADD. */
final class AddSyntax implements Syntax<Add> {
    @Override
    public List<String> keys() {
        return Stream.concat(Stream.of("requant"), ActivationArguments.KEYS.stream())
                .toList();
    }

    @Override
    public Add read(Arguments arguments) {
        return new Add(
                arguments.has("requant") ? Optional.of(arguments.requantization()) : Optional.empty(),
                ActivationArguments.read(arguments),
                arguments.output());
    }

    @Override
    public void write(Add layer, ArgumentWriter out) {
        layer.requant().ifPresent(out::requantization);
        ActivationArguments.write(layer.activation(), out);
        out.output(layer.output());
    }
}
