package systole.tool;

import java.util.Collections;
import java.util.List;

/**
 * Frames to send and the frames that must come out, elements in stream order.
 *
 * @param inputs one array a frame
 * @param expected one array a frame, as many as inputs
 * @param fresh for each frame, whether it asks for a fresh state; only stateful designs use this, and their first frame
 *     starts from a fresh state in any case
 */
public record Stimulus(List<int[]> inputs, List<int[]> expected, List<Boolean> fresh) {
    public Stimulus {
        inputs = List.copyOf(inputs);
        expected = List.copyOf(expected);
        fresh = List.copyOf(fresh);
        if (inputs.isEmpty() || inputs.size() != expected.size() || inputs.size() != fresh.size()) {
            throw new IllegalArgumentException(
                    inputs.size() + " frames in, " + expected.size() + " expected, " + fresh.size() + " states");
        }
    }

    /** Frames that do not ask for a fresh state. */
    public Stimulus(List<int[]> inputs, List<int[]> expected) {
        this(inputs, expected, Collections.nCopies(inputs.size(), false));
    }

    public int frames() {
        return inputs.size();
    }
}
