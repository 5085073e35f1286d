package systole.frames;

import java.util.List;
import java.util.Locale;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/**
 * A comparison of outputs with those of another source.
 *
 * @param differences the number of elements that differ
 * @param first place and values of the first difference; empty if there is none
 */
public record Comparison(long differences, String first) {
    /** Compares element by element. {@code expected} must have the same number of frames. */
    public static Comparison of(Frames expected, Frames outputs) {
        long differences = 0;
        String first = "";
        for (int frame = 0; frame < outputs.count(); frame++) {
            int[] wanted = expected.list().get(frame);
            int[] got = outputs.list().get(frame);
            for (int i = 0; i < got.length; i++) {
                if (wanted[i] != got[i] && differences++ == 0) {
                    first = new Place(frame, outputs.shape(), i) + ": expected " + wanted[i] + ", got " + got[i];
                }
            }
        }
        return new Comparison(differences, first);
    }

    /**
     * Requires the golden model's outputs to be equal to those of another source.
     *
     * @param expected the outputs of the other source, with the same number of frames
     * @throws RefusedException naming the first difference and the number of differences
     */
    public static void require(Expected expected, Frames golden) {
        Comparison compared = expected.compare(golden);
        if (compared.differences > 0) {
            long elements = (long) golden.count() * golden.shape().elements();
            throw RefusedException.of(
                    new SourceRef(expected.source(), 0, 0),
                    String.format(
                            Locale.ROOT,
                            "the golden model differs in %,d of %,d elements",
                            compared.differences,
                            elements),
                    "first in " + compared.first);
        }
    }

    /** The number of frames whose class is the label. */
    public static int correct(Frames outputs, List<Integer> labels) {
        int correct = 0;
        for (int frame = 0; frame < outputs.count(); frame++) {
            correct += top(outputs.list().get(frame)) == labels.get(frame) ? 1 : 0;
        }
        return correct;
    }

    /**
     * The class of an output: the index of its greatest element (the first of equal ones), or the only element if
     * argmax was the last layer.
     */
    private static int top(int[] output) {
        if (output.length == 1) {
            return output[0];
        }
        int top = 0;
        for (int i = 1; i < output.length; i++) {
            top = output[i] > output[top] ? i : top;
        }
        return top;
    }
}
