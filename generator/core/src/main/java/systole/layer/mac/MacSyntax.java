package systole.layer.mac;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.layer.support.ActivationArguments;
import systole.network.IntTensor;
import systole.network.IntType;

/** How a multiply-accumulate layer is written: the common arguments around those of the kind. */
public abstract class MacSyntax<L extends MacLayer> implements Syntax<L> {
    private static final List<String> TYPES = IntStream.rangeClosed(1, 16)
            .boxed()
            .flatMap(bits -> Stream.of(new IntType(bits, true), new IntType(bits, false)))
            .map(IntType::toString)
            .toList();

    private final List<String> ownKeys;

    /** A syntax with the keys of the kind itself. */
    protected MacSyntax(List<String> ownKeys) {
        this.ownKeys = List.copyOf(ownKeys);
    }

    /** Reads the arguments of the kind itself. */
    protected abstract L read(MacTerms terms, Arguments arguments);

    /** Writes the arguments of the kind itself. */
    protected abstract void writeOwn(L layer, ArgumentWriter out);

    @Override
    public List<String> keys() {
        return Stream.of(
                        List.of("weights", "weight_type", "bias"),
                        ownKeys,
                        List.of("requant"),
                        ActivationArguments.KEYS)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public L read(Arguments arguments) {
        IntTensor weights = arguments.tensor("weights");
        MacTerms terms = new MacTerms(
                weights,
                arguments.has("weight_type") ? type(arguments) : MacTerms.usualType(weights),
                arguments.optionalTensor("bias").orElse(MacTerms.NO_BIAS),
                arguments.requantization(),
                ActivationArguments.read(arguments),
                arguments.output());
        return read(terms, arguments);
    }

    private static IntType type(Arguments arguments) {
        String word = arguments.word("weight_type", TYPES);
        boolean signed = word.startsWith("i");
        return new IntType(Integer.parseInt(word.substring(signed ? 3 : 4)), signed);
    }

    @Override
    public void write(L layer, ArgumentWriter out) {
        MacTerms terms = layer.terms();
        out.tensor("weights", terms.weights());
        if (!terms.weightType().equals(MacTerms.usualType(terms.weights()))) {
            out.word("weight_type", terms.weightType().toString());
        }
        if (terms.bias().size() > 0) {
            out.tensor("bias", terms.bias());
        }
        writeOwn(layer, out);
        out.requantization(terms.requant());
        ActivationArguments.write(terms.activation(), out);
        out.output(terms.output());
    }
}
