package systole.layer.mac;

import java.util.List;
import java.util.stream.Stream;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.layer.support.ActivationArguments;
import systole.layer.support.WeightType;
import systole.network.IntTensor;

/** The syntax of a multiply-accumulate layer: the common arguments around those of the kind. */
public abstract class MacSyntax<L extends MacLayer> implements Syntax<L> {
    private final List<String> ownKeys;

    /** Makes a syntax with the own keys of the kind. */
    protected MacSyntax(List<String> ownKeys) {
        this.ownKeys = List.copyOf(ownKeys);
    }

    /** Reads the own arguments of the kind. */
    protected abstract L read(MacTerms terms, Arguments arguments);

    /** Writes the own arguments of the kind. */
    protected abstract void writeOwn(L layer, ArgumentWriter out);

    @Override
    public List<String> keys() {
        return Stream.of(
                        List.of("weights", WeightType.KEY, "bias"),
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
                WeightType.read(arguments, MacTerms.usualType(weights)),
                arguments.optionalTensor("bias").orElse(MacTerms.NO_BIAS),
                arguments.requantization(),
                ActivationArguments.read(arguments),
                arguments.output());
        return read(terms, arguments);
    }

    @Override
    public void write(L layer, ArgumentWriter out) {
        MacTerms terms = layer.terms();
        out.tensor("weights", terms.weights());
        WeightType.write(terms.weightType(), MacTerms.usualType(terms.weights()), out);
        if (terms.bias().size() > 0) {
            out.tensor("bias", terms.bias());
        }
        writeOwn(layer, out);
        out.requantization(terms.requant());
        ActivationArguments.write(terms.activation(), out);
        out.output(terms.output());
    }
}
