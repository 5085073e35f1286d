package systole.rim;

import java.util.Optional;

/**
 * What is around the integers of a model.
 *
 * @param head empty if frames are integers in the file
 * @param tail empty if results are integers in the file
 */
public record Rim(Optional<Head> head, Optional<Tail> tail) {
    /** A model of nothing but integers. */
    public static final Rim NONE = new Rim(Optional.empty(), Optional.empty());
}
