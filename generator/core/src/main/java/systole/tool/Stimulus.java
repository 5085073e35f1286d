package systole.tool;

import java.util.List;

/**
 * Frames to send and the frames that must come out, elements in stream order.
 *
 * @param inputs one array a frame
 * @param expected one array a frame, as many as inputs
 */
public record Stimulus(List<int[]> inputs, List<int[]> expected) {
    public Stimulus {
        inputs = List.copyOf(inputs);
        expected = List.copyOf(expected);
        if (inputs.isEmpty() || inputs.size() != expected.size()) {
            throw new IllegalArgumentException(inputs.size() + " frames in, " + expected.size() + " expected");
        }
    }

    public int frames() {
        return inputs.size();
    }
}
