package systole.tool;

import java.util.Collections;
import java.util.List;

/**
 * Frames to send and the frames that must come out, elements in stream order.
 *
 * @param inputs one array a frame
 * @param expected one array a frame, as many as inputs
 * @param fresh for each frame whether a stateful design is told to begin afresh; the first one after a reset does so
 */
public record Stimulus(List<int[]> inputs, List<int[]> expected, List<Boolean> fresh) {
    /** Frames whose state, if there is one, is carried over from the first to the last. */
    public Stimulus(List<int[]> inputs, List<int[]> expected) {
        this(inputs, expected, Collections.nCopies(inputs.size(), false));
    }

    public Stimulus {
        fresh = List.copyOf(fresh);
        inputs = List.copyOf(inputs);
        expected = List.copyOf(expected);
        if (inputs.isEmpty() || inputs.size() != expected.size() || inputs.size() != fresh.size()) {
            throw new IllegalArgumentException(inputs.size() + " frames in, " + expected.size() + " expected");
        }
    }

    public int frames() {
        return inputs.size();
    }
}
