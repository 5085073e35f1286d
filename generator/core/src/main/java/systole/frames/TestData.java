package systole.frames;

import java.util.List;
import java.util.Optional;

/**
 * What a design is tried with.
 *
 * @param inputs the frames to send
 * @param expected what must come out, as somebody else says
 * @param labels the right classes, empty if they are not known
 */
public record TestData(Frames inputs, Optional<Frames> expected, List<Integer> labels) {
    public TestData {
        labels = List.copyOf(labels);
    }

    /** Frames of which nobody else has said what comes out. */
    public static TestData of(Frames inputs) {
        return new TestData(inputs, Optional.empty(), List.of());
    }

    /** The first so many, or all if there are fewer. */
    public TestData first(int limit) {
        return new TestData(
                inputs.first(limit),
                expected.map(frames -> frames.first(limit)),
                labels.subList(0, Math.min(limit, labels.size())));
    }
}
