package systole.frontend.tflite;

import java.util.List;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.StridedSliceOptions;
import systole.frontend.importing.LastStep;
import systole.layer.pool.MaxPool2d;
import systole.layer.reverse.Reverse;
import systole.network.IntTensor;
import systole.network.Layer;
import systole.network.Shape;

/**
 * STRIDED_SLICE that takes the last step of a sequence, all of its steps in reverse, or every n-th position of a
 * feature map from the first one on. {@code reference/strided_slice.h}, {@code strided_slice_logic.h}.
 */
final class StridedSliceReader implements OperatorReader {
    private static final int BEGIN = 1;
    private static final int END = 2;
    private static final int STRIDES = 3;

    @Override
    public List<Layer> read(TfliteOperator op) {
        StridedSliceOptions o = op.options(BuiltinOptions.StridedSliceOptions, new StridedSliceOptions());
        op.requireSameType(op.input(0), op.output());
        op.require(
                o.ellipsisMask() == 0 && o.newAxisMask() == 0 && !o.offset(),
                "an ellipsis, a new axis, or an offset for an end",
                "name begin, end and stride of each dimension");
        op.throwIfAny();
        Shape shape = op.input(0).shape();
        List<Integer> dims = op.tensor(0).dims();
        for (int axis = 0; axis < dims.size(); axis++) {
            boolean position = axis >= dims.size() - shape.rank() && axis < dims.size() - 1;
            op.require(
                    position || taken(op, o, axis).all(),
                    "a part of dimension " + axis + " of " + dims,
                    "the batch and the channels are taken as a whole");
        }
        op.throwIfAny();
        return layers(op, o, shape, dims);
    }

    private static List<Layer> layers(TfliteOperator op, StridedSliceOptions o, Shape shape, List<Integer> dims) {
        Taken high = shape.rank() == 3 ? taken(op, o, dims.size() - 3) : Taken.ONE;
        Taken wide = shape.rank() >= 2 ? taken(op, o, dims.size() - 2) : Taken.ONE;
        if (high.all() && wide.all()) {
            return List.of();
        } else if (shape.height() == 1 && wide.reversed()) {
            return List.of(new Reverse());
        } else if (shape.height() == 1 && wide.last()) {
            return LastStep.layers(shape.width());
        } else if (high.fromFirst() && wide.fromFirst()) {
            return List.of(MaxPool2d.maxpool2d()
                    .kernel(1)
                    .stride(high.stride(), wide.stride())
                    .get());
        }
        throw op.refused(
                "positions from " + high + " and " + wide + " of " + dims,
                "the last step of a sequence can be taken, all in reverse, or every n-th position from the first one on");
    }

    /** The positions of a dimension that are kept. */
    private static Taken taken(TfliteOperator op, StridedSliceOptions o, int axis) {
        int size = op.tensor(0).dims().get(axis);
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
            return new Taken(size, 0, 1, size);
        }
        int step = strides.get(axis);
        if (step == 0 || step == Integer.MIN_VALUE) {
            throw op.refused("the stride " + step, "it is not 0");
        }
        boolean up = step > 0;
        int begin = masked(o.beginMask(), axis)
                ? up ? 0 : size - 1
                : within(begins.get(axis), size, up ? 0 : -1, up ? size : size - 1);
        if (masked(o.shrinkAxisMask(), axis)) {
            return new Taken(size, begin, 1, 1);
        }
        int end = masked(o.endMask(), axis)
                ? up ? size : -1
                : within(ends.get(axis), size, up ? 0 : -1, up ? size : size - 1);
        int distance = up ? end - begin : begin - end;
        return new Taken(
                size, begin, step, Math.max(0, (int) ((distance + Math.abs((long) step) - 1) / Math.abs((long) step))));
    }

    private static boolean masked(int mask, int axis) {
        return (mask >> axis & 1) == 1;
    }

    private static int within(int index, int size, int least, int most) {
        return Math.max(least, Math.min(most, index < 0 ? index + size : index));
    }

    /**
     * Positions of a dimension.
     *
     * @param step not 0
     */
    private record Taken(int size, int first, int step, int count) {
        static final Taken ONE = new Taken(1, 0, 1, 1);

        boolean all() {
            return first == 0 && count == size && (step == 1 || size == 1);
        }

        boolean last() {
            return first == size - 1 && count == 1;
        }

        boolean reversed() {
            return first == size - 1 && step == -1 && count == size;
        }

        boolean fromFirst() {
            return first == 0 && count >= 1 && (count == 1 || (step > 0 && count == (size - 1) / step + 1));
        }

        /** The distance from one position to the next, or from the only position to the end. */
        int stride() {
            return count == 1 ? size : step;
        }

        @Override
        public String toString() {
            return count + " from " + first + " in steps of " + step;
        }
    }
}
