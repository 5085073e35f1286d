package systole.layer.pair;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.layer.support.ActivationArguments;
import systole.network.Activation;
import systole.network.Quantized;
import systole.network.Requantization;

/**
 * {@code kind(a, b, requant, activation
 * clamp) -> type}; without requant in the arithmetic of TensorFlow Lite.
 */
public record PairSyntax<L extends Pair>(Maker<L> layer) implements Syntax<L> {
    /** The constructor of a kind's record. */
    @FunctionalInterface
    public interface Maker<L extends Pair> {
        L of(Optional<Requantization> requant, Activation activation, Quantized output);
    }

    @Override
    public List<String> keys() {
        return Stream.concat(Stream.of("requant"), ActivationArguments.KEYS.stream())
                .toList();
    }

    @Override
    public L read(Arguments arguments) {
        return layer.of(
                arguments.has("requant") ? Optional.of(arguments.requantization()) : Optional.empty(),
                ActivationArguments.read(arguments),
                arguments.output());
    }

    @Override
    public void write(L pair, ArgumentWriter out) {
        pair.requant().ifPresent(out::requantization);
        ActivationArguments.write(pair.activation(), out);
        out.output(pair.output());
    }
}
