package systole.frames;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import systole.data.Npy;
import systole.data.NpyArray;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.network.TensorType;

/** Reads the correct classes of frames. */
public final class Labels {
    private Labels() {}

    /**
     * Reads an array of shape [frames] or [frames, 1].
     *
     * @param output the type of the network's output, which is a score for each class, or the class
     */
    public static List<Integer> read(Path file, TensorType output, int frames) {
        if (output.shape().pixels() > 1) {
            throw refused(file, "labels need one class a frame, but the output is " + output.shape());
        }
        NpyArray array = Npy.read(file);
        boolean vector = array.shape().equals(List.of(frames)) || array.shape().equals(List.of(frames, 1));
        if (!vector || array.type().isReal()) {
            throw refused(file, "labels are " + frames + " integers, not " + array.type() + array.shape());
        }
        int elements = output.shape().elements();
        long last = elements > 1 ? elements - 1L : output.type().max();
        IntStream.range(0, frames)
                .filter(i -> array.integer(i) < 0 || array.integer(i) > last)
                .findFirst()
                .ifPresent(i -> {
                    throw refused(file, "label " + i + " is " + array.integer(i) + ", outside 0 to " + last);
                });
        return Arrays.stream(array.toInts()).boxed().toList();
    }

    private static RefusedException refused(Path file, String message) {
        return RefusedException.of(new SourceRef(file.toString(), 0, 0), message, "");
    }
}
