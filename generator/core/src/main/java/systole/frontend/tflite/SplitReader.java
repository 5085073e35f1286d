package systole.frontend.tflite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.UnpackOptions;
import systole.frontend.importing.Part;
import systole.network.IntTensor;
import systole.network.Layer;

/** SPLIT, SPLIT_V and UNPACK: several outputs, each of which is a range of one dimension. */
final class SplitReader implements RowReader {
    /** The part of the dimension that an output takes. */
    @FunctionalInterface
    private interface Range {
        Cut of(TfliteOperator op, int input);
    }

    /**
     * A part of a dimension.
     *
     * @param axis as the file counts it
     */
    private record Cut(int axis, int first, int count) {}

    private final int input;
    private final Range range;

    private SplitReader(int input, Range range) {
        this.input = input;
        this.range = range;
    }

    /** SPLIT into equal parts. {@code reference/split.h}. */
    static SplitReader equal() {
        return new SplitReader(1, (op, input) -> {
            int axis = axis(op, input, op.constant(0).get(0));
            int size = op.tensor(input).dims().get(axis);
            if (size % op.outputs() != 0) {
                throw op.refused(size + " positions for " + op.outputs() + " outputs", "convert the model again");
            }
            return new Cut(axis, op.part() * (size / op.outputs()), size / op.outputs());
        });
    }

    /** SPLIT_V into parts of given sizes. {@code kernels/split_v.cc}. */
    static SplitReader sized() {
        return new SplitReader(0, (op, input) -> {
            IntTensor sizes = op.constant(1);
            int axis = axis(op, input, op.constant(2).get(0));
            int known = sizes.stream().filter(n -> n >= 0).sum();
            int rest = op.tensor(input).dims().get(axis) - known;
            int[] each = sizes.stream().map(n -> n < 0 ? rest : n).toArray();
            if (each.length != op.outputs() || IntStream.of(each).anyMatch(n -> n < 0)) {
                throw op.refused("sizes " + sizes + " of " + op.outputs() + " outputs", "convert the model again");
            }
            return new Cut(axis, IntStream.of(each).limit(op.part()).sum(), each[op.part()]);
        });
    }

    /** UNPACK into single positions. {@code kernels/unpack.cc}. */
    static SplitReader single() {
        return new SplitReader(0, (op, input) -> {
            UnpackOptions o = op.options(BuiltinOptions.UnpackOptions, new UnpackOptions());
            return new Cut(axis(op, input, o.axis()), op.part(), 1);
        });
    }

    private static int axis(TfliteOperator op, int input, int axis) {
        int rank = op.tensor(input).dims().size();
        int counted = axis < 0 ? axis + rank : axis;
        if (counted < 0 || counted >= rank) {
            throw op.refused("axis " + axis + " of " + op.tensor(input).dims(), "it is one of the tensor's");
        }
        return counted;
    }

    @Override
    public boolean severalOutputs() {
        return true;
    }

    @Override
    public List<Integer> reads(FileOperator operator, FileModel model) {
        return operator.inputs().stream().skip(input).limit(1).toList();
    }

    @Override
    public List<Layer> read(TfliteOperator op) {
        Cut cut = range.of(op, input);
        List<Part> parts =
                new ArrayList<>(op.tensor(input).dims().stream().map(Part::all).toList());
        int size = parts.get(cut.axis()).size();
        if (cut.first() + cut.count() > size) {
            throw op.refused(
                    "positions " + cut.first() + " to " + (cut.first() + cut.count() - 1) + " of " + size,
                    "they lie in the dimension");
        }
        parts.set(cut.axis(), new Part(size, cut.first(), 1, cut.count()));
        return SliceReader.layers(op, input, parts);
    }
}
