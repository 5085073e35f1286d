package systole.driver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.TensorType;

/**
 * The frames with which a design on a board tests itself, as {@code driver/selftest.json} keeps them.
 *
 * @param inputs frames in, one array a frame, with its elements in the order of the model's author
 * @param outputs what the golden model makes of them, one frame after another from a reset, likewise
 */
public record TestFrames(List<int[]> inputs, List<int[]> outputs) {
    /** The file's name, in {@link DriverWriter#FOLDER}. */
    public static final String NAME = "selftest.json";

    /** The most frames, which is the usual size of a batch. */
    public static final int MOST = 64;

    /** The elements of all frames together, unless a single frame has more. */
    private static final int ELEMENTS = 1 << 15;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public TestFrames {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        if (inputs.isEmpty() || inputs.size() != outputs.size()) {
            throw new IllegalArgumentException(inputs.size() + " frames in and " + outputs.size() + " out");
        }
    }

    /** The most frames that a kit takes in: its size is bounded, and one frame is always in it. */
    public static int most(TensorType input, TensorType output) {
        int elements = input.shape().elements() + output.shape().elements();
        return Math.max(1, Math.min(MOST, ELEMENTS / elements));
    }

    /** The number of frames. */
    public int count() {
        return inputs.size();
    }

    /**
     * Reads the file of a design's folder.
     *
     * @param design the design, which says what a frame is
     * @throws RefusedException if the file is missing, or has other frames than those of the design
     */
    public static TestFrames read(Path folder, DesignFile design) {
        Path file = folder.resolve(DriverWriter.FOLDER).resolve(NAME);
        SourceRef where = new SourceRef(file.toString(), 0, 0);
        if (!Files.isRegularFile(file)) {
            throw RefusedException.of(where, "there is no such file", "build the design for its board first");
        }
        try {
            TestFrames frames = MAPPER.readValue(Files.readAllBytes(file), TestFrames.class);
            if (!all(frames.inputs, design.in().type())
                    || !all(frames.outputs, design.out().type())) {
                throw RefusedException.of(where, "these are frames of another design", "build the design again");
            }
            return frames;
        } catch (JsonProcessingException e) {
            String reason = e.getOriginalMessage();
            throw RefusedException.of(where, "these are no frames: " + reason, "build the design again");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean all(List<int[]> frames, TensorType tensor) {
        return frames.stream()
                .allMatch(frame -> frame.length == tensor.shape().elements()
                        && Arrays.stream(frame).allMatch(tensor.type()::contains));
    }

    /** The file's text, with one frame a line. */
    String json() {
        return "{\n\"inputs\": [\n" + lines(inputs) + "\n],\n\"outputs\": [\n" + lines(outputs) + "\n]\n}\n";
    }

    private static String lines(List<int[]> frames) {
        return frames.stream()
                .map(frame ->
                        Arrays.stream(frame).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",\n"));
    }
}
