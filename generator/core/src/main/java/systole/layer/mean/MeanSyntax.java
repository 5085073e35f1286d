package systole.layer.mean;

import java.util.List;
import java.util.Locale;
import systole.layer.ArgumentWriter;
import systole.layer.Arguments;
import systole.layer.Syntax;
import systole.network.Requantization.ScaleRounding;

/** {@code mean(x, rounding = double | float_half_even) -> type}. */
final class MeanSyntax implements Syntax<Mean> {
    private static final String ROUNDING = "rounding";

    @Override
    public List<String> keys() {
        return List.of(ROUNDING);
    }

    @Override
    public Mean read(Arguments arguments) {
        ScaleRounding rounding = arguments.has(ROUNDING)
                ? ScaleRounding.valueOf(arguments.word(ROUNDING, words()).toUpperCase(Locale.ROOT))
                : ScaleRounding.DOUBLE;
        return new Mean(rounding, arguments.output());
    }

    @Override
    public void write(Mean layer, ArgumentWriter out) {
        if (layer.rounding() != ScaleRounding.DOUBLE) {
            out.word(ROUNDING, layer.rounding().name().toLowerCase(Locale.ROOT));
        }
        out.output(layer.output());
    }

    private static List<String> words() {
        return Mean.ROUNDINGS.stream()
                .map(r -> r.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
