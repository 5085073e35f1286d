package systole.layer.dense;

import java.util.List;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.mac.MacSyntax;
import systole.layer.mac.MacTerms;

/** {@code dense(x, weights, weight_type, bias, requant, activation | clamp) -> type}. */
final class DenseSyntax extends MacSyntax<Dense> {
    DenseSyntax() {
        super(List.of());
    }

    @Override
    protected Dense read(MacTerms terms, Arguments arguments) {
        return new Dense(terms);
    }

    @Override
    protected void writeOwn(Dense layer, ArgumentWriter out) {
        // no arguments of its own
    }
}
