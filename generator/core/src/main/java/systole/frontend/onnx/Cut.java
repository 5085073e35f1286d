package systole.frontend.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import systole.frontend.importing.Part;

/**
 * A part of a dimension.
 *
 * @param axis counted from the first
 */
record Cut(int axis, Part part) {
    /** The parts that Slice takes. Starts, ends, axes and steps are inputs since version 10 and attributes before. */
    static List<Cut> slices(OnnxOperator op, List<Integer> dims) {
        long[] starts = numbers(op, 1, "starts")
                .orElseThrow(() -> op.refused("it does not say where it starts", "export the model again"));
        long[] ends = numbers(op, 2, "ends")
                .orElseThrow(() -> op.refused("it does not say where it ends", "export the model again"));
        long[] axes = numbers(op, 3, "axes")
                .orElseGet(() -> LongStream.range(0, starts.length).toArray());
        long[] steps = numbers(op, 4, "steps")
                .orElseGet(() -> LongStream.of(starts).map(s -> 1).toArray());
        boolean alike = ends.length == starts.length && axes.length == starts.length && steps.length == starts.length;
        if (!alike || LongStream.of(steps).anyMatch(step -> step == 0)) {
            throw op.refused(
                    "starts " + Arrays.toString(starts) + ", ends " + Arrays.toString(ends) + ", axes "
                            + Arrays.toString(axes) + ", steps " + Arrays.toString(steps),
                    "there is one of each for an axis, and no step is 0");
        }
        return IntStream.range(0, starts.length)
                .mapToObj(i -> {
                    int axis = op.axis((int) axes[i], dims);
                    return new Cut(
                            axis, Part.of(dims.get(axis), Optional.of(starts[i]), Optional.of(ends[i]), steps[i]));
                })
                .toList();
    }

    private static Optional<long[]> numbers(OnnxOperator op, int input, String attribute) {
        if (op.has(input)) {
            return Optional.of(Arrays.stream(op.constant(input).values())
                    .mapToLong(d -> (long) d)
                    .toArray());
        }
        boolean stated = op.attributes().has(attribute);
        return Optional.of(op.attributes().integers(attribute, List.of()).stream()
                        .mapToLong(i -> i)
                        .toArray())
                .filter(numbers -> stated);
    }
}
