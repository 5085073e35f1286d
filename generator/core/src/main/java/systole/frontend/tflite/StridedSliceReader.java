package systole.frontend.tflite;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.StridedSliceOptions;
import systole.frontend.importing.Part;
import systole.network.IntTensor;
import systole.network.Layer;

/** STRIDED_SLICE. {@code reference/strided_slice.h}, {@code strided_slice_logic.h}. */
final class StridedSliceReader implements RowReader {
    private static final int BEGIN = 1;
    private static final int END = 2;
    private static final int STRIDES = 3;

    @Override
    public List<Layer> read(TfliteOperator op) {
        return SliceReader.layers(op, parts(op));
    }

    /** For each dimension, the positions that are taken. */
    static List<Part> parts(TfliteOperator op) {
        StridedSliceOptions o = op.options(BuiltinOptions.StridedSliceOptions, new StridedSliceOptions());
        op.require(
                o.ellipsisMask() == 0 && o.newAxisMask() == 0 && !o.offset(),
                "an ellipsis, a new axis, or an offset for an end",
                "name begin, end and stride of each dimension");
        op.throwIfAny();
        List<Integer> dims = op.tensor(0).dims();
        return IntStream.range(0, dims.size())
                .mapToObj(axis -> part(op, o, axis, dims.get(axis)))
                .toList();
    }

    private static Part part(TfliteOperator op, StridedSliceOptions o, int axis, int size) {
        IntTensor begins = op.constant(BEGIN);
        IntTensor ends = op.constant(END);
        IntTensor strides = op.constant(STRIDES);
        if (ends.size() != begins.size() || strides.size() != begins.size()) {
            throw op.refused(
                    "there are " + begins.size() + " begins, " + ends.size() + " ends and " + strides.size()
                            + " strides",
                    "there are as many of each");
        }
        if (axis >= begins.size()) {
            return Part.all(size);
        }
        if (strides.get(axis) == 0) {
            throw op.refused("the stride 0", "it is not 0");
        }
        Part part = Part.of(
                size,
                unless(o.beginMask(), axis, begins.get(axis)),
                unless(o.endMask(), axis, ends.get(axis)),
                strides.get(axis));
        return masked(o.shrinkAxisMask(), axis) ? new Part(size, Math.min(part.first(), size - 1), 1, 1) : part;
    }

    private static Optional<Long> unless(int mask, int axis, long index) {
        return masked(mask, axis) ? Optional.empty() : Optional.of(index);
    }

    private static boolean masked(int mask, int axis) {
        return (mask >> axis & 1) == 1;
    }
}
