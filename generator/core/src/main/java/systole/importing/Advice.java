package systole.importing;

import java.util.Map;
import java.util.Optional;

/**
 * What to do about operators of a file format that cannot be read.
 *
 * @param quantize how a model of real numbers becomes one of integers
 * @param instead what to use instead of a kind of operator, where there is something
 */
public record Advice(String quantize, Map<String, String> instead) {
    public Advice {
        instead = Map.copyOf(instead);
    }

    /** What to use instead of a kind of operator, where there is something. */
    public Optional<String> instead(String kind) {
        return Optional.ofNullable(instead.get(kind));
    }
}
