package systole.frames;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import systole.data.NpyArray;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.rim.Tail;

/**
 * Results of real numbers of another source. Integers are compared with them after all that the model does behind its last
 * dequantizer. Where two of a frame's results lie apart, they must also have the same order.
 *
 * @param source their origin, for people
 * @param tail turns integers into such results
 * @param list one array a frame, in the order of the file
 */
public record ExpectedReals(String source, Tail tail, List<float[]> list) implements Expected {
    public ExpectedReals {
        list = List.copyOf(list);
    }

    /** Reads an array with the number of frames in front, whose frames have as many elements as the model's results. */
    static ExpectedReals read(Path file, NpyArray array, Tail tail) {
        int size = tail.reals(new int[tail.layout().elements()]).values().length;
        int frames = array.shape().isEmpty() ? 0 : array.shape().get(0);
        if (frames == 0 || array.size() != frames * size) {
            throw RefusedException.of(
                    new SourceRef(file.toString(), 0, 0),
                    "the shape is " + array.shape(),
                    "it must be the number of frames and " + size + " results for each");
        }
        List<float[]> list = new ArrayList<>();
        for (int frame = 0; frame < frames; frame++) {
            list.add(Frames.reals(array, frame * size, size));
        }
        return new ExpectedReals(file.toString(), tail, list);
    }

    @Override
    public ExpectedReals forEach(Frames sent) {
        if (list.size() != sent.count()) {
            throw RefusedException.of(
                    new SourceRef(source, 0, 0),
                    "there are " + list.size() + " frames, but " + sent.source() + " has " + sent.count(),
                    "");
        }
        return this;
    }

    @Override
    public ExpectedReals first(int limit) {
        return new ExpectedReals(source, tail, list.subList(0, Math.min(limit, list.size())));
    }

    @Override
    public Comparison compare(Frames outputs) {
        long differences = 0;
        String first = "";
        for (int frame = 0; frame < outputs.count(); frame++) {
            float[] wanted = list.get(frame);
            float[] got = tail.reals(outputs.list().get(frame)).values();
            boolean[] misplaced = misplaced(got, wanted);
            for (int i = 0; i < got.length; i++) {
                if ((!tail.isNear(wanted[i], got[i]) || misplaced[i]) && differences++ == 0) {
                    first = "frame " + frame + ", element " + i + ": expected " + wanted[i] + ", got " + got[i];
                }
            }
        }
        return new Comparison(differences, first);
    }

    /** The results that are below another one, although they should be clearly above it. */
    private boolean[] misplaced(float[] got, float[] wanted) {
        List<Integer> ascending = IntStream.range(0, got.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> got[i]))
                .toList();
        boolean[] misplaced = new boolean[got.length];
        float highest = Float.NEGATIVE_INFINITY;
        for (int from = 0; from < got.length; ) {
            int to = from;
            while (to < got.length && got[ascending.get(to)] == got[ascending.get(from)]) {
                to++;
            }
            for (int i : ascending.subList(from, to)) {
                misplaced[i] = highest > wanted[i] && !tail.isNear(highest, wanted[i]);
            }
            for (int i : ascending.subList(from, to)) {
                highest = Math.max(highest, wanted[i]);
            }
            // A result that is no number does not even equal itself.
            from = Math.max(to, from + 1);
        }
        return misplaced;
    }
}
