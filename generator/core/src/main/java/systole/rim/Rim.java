package systole.rim;

import java.util.List;
import java.util.Optional;

/**
 * What is around the integers of a model.
 *
 * @param heads for each input; empty if its frames are integers in the file
 * @param tails for each output; empty if its results are integers in the file
 */
public record Rim(List<Optional<Head>> heads, List<Optional<Tail>> tails) {
    /** A model of nothing but integers. */
    public static final Rim NONE = new Rim(List.of(), List.of());

    public Rim {
        heads = List.copyOf(heads);
        tails = List.copyOf(tails);
    }

    /** What is done to the frames of an input. */
    public Optional<Head> head(int input) {
        return input < heads.size() ? heads.get(input) : Optional.empty();
    }

    /** What is done to the results of an output. */
    public Optional<Tail> tail(int output) {
        return output < tails.size() ? tails.get(output) : Optional.empty();
    }
}
