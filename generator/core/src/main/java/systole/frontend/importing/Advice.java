package systole.frontend.importing;

import java.util.Map;
import java.util.Optional;

/**
 * Advice about operators of a file format that cannot be read.
 *
 * @param quantize the way to turn a model of real numbers into one of integers
 * @param instead replacements by kind of operator, for the kinds that have one
 */
public record Advice(String quantize, Map<String, String> instead) {
    public Advice {
        instead = Map.copyOf(instead);
    }

    /** A replacement for a kind of operator, if there is one. */
    public Optional<String> instead(String kind) {
        return Optional.ofNullable(instead.get(kind));
    }
}
