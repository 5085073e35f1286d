package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import systole.frontend.importing.Part;
import systole.network.IntTensor;
import systole.network.Layer;
import systole.network.Shape;

/** SLICE. {@code reference/slice.h}. */
final class SliceReader implements RowReader {
    @Override
    public List<Layer> read(TfliteOperator op) {
        return layers(op, parts(op));
    }

    /** For each dimension, the positions that are taken. */
    static List<Part> parts(TfliteOperator op) {
        List<Integer> dims = op.tensor(0).dims();
        IntTensor begins = op.constant(1);
        IntTensor sizes = op.constant(2);
        if (begins.size() != dims.size() || sizes.size() != dims.size()) {
            throw op.refused(
                    "there are " + begins.size() + " begins and " + sizes.size() + " sizes for " + dims,
                    "there is one of each for every dimension");
        }
        return IntStream.range(0, dims.size())
                .mapToObj(axis -> part(op, dims.get(axis), begins.get(axis), sizes.get(axis)))
                .toList();
    }

    private static Part part(TfliteOperator op, int size, int begin, int wanted) {
        long count = wanted == -1 ? (long) size - begin : wanted;
        if (begin < 0 || count < 0 || begin + count > size) {
            throw op.refused(
                    "positions " + begin + " to " + (begin + count - 1) + " of " + size, "they lie in the dimension");
        }
        return new Part(size, begin, 1, (int) count);
    }

    /**
     * The layers that take a part of each dimension of the first computed input.
     *
     * @param parts for each dimension as the file has them
     */
    static List<Layer> layers(TfliteOperator op, List<Part> parts) {
        return layers(op, 0, parts);
    }

    /** The layers that take a part of each dimension of an input. */
    static List<Layer> layers(TfliteOperator op, int input, List<Part> parts) {
        op.requireSameType(op.input(input), op.output());
        Shape shape = op.input(input).shape();
        int outside = parts.size() - shape.rank();
        op.require(
                parts.stream().allMatch(part -> part.count() > 0),
                "a dimension of which nothing is taken",
                "an output has at least one element");
        op.require(
                parts.stream().limit(Math.max(0, outside)).allMatch(part -> part.count() == part.size()),
                "a part of the batch",
                "the batch is 1");
        op.throwIfAny();
        List<Part> all = new ArrayList<>(Part.all(shape));
        for (int i = 1; i <= Math.min(shape.rank(), parts.size()); i++) {
            all.set(all.size() - i, parts.get(parts.size() - i));
        }
        return Part.layers(all);
    }
}
