package systole.app;

import java.util.List;
import java.util.Optional;

/**
 * What a design is tried with.
 *
 * @param inputs the frames to send
 * @param expected what must come out, as somebody else says
 * @param labels the right classes, empty if they are not known
 */
record TestData(Frames inputs, Optional<Frames> expected, List<Integer> labels) {
    TestData {
        labels = List.copyOf(labels);
    }

    TestData first(int limit) {
        return new TestData(
                inputs.first(limit),
                expected.map(frames -> frames.first(limit)),
                labels.subList(0, Math.min(limit, labels.size())));
    }
}
