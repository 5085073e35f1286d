package systole.frames;

import java.util.List;
import java.util.Optional;

/**
 * The data that a design is tested with.
 *
 * @param inputs the frames to send
 * @param expected the expected outputs of another source; empty if there are none
 * @param labels the correct classes; empty if they are not known
 */
public record TestData(Frames inputs, Optional<Expected> expected, List<Integer> labels) {
    public TestData {
        labels = List.copyOf(labels);
    }

    /** Test data without expected outputs of another source and without classes. */
    public static TestData of(Frames inputs) {
        return new TestData(inputs, Optional.empty(), List.of());
    }

    /** The first {@code limit} frames, or all if there are fewer. */
    public TestData first(int limit) {
        return new TestData(
                inputs.first(limit),
                expected.map(outputs -> outputs.first(limit)),
                labels.subList(0, Math.min(limit, labels.size())));
    }
}
