package systole.frontend.tflite;

import java.util.List;
import systole.layer.reverse.Reverse;
import systole.layer.support.Axis;
import systole.network.IntTensor;
import systole.network.Layer;

/** REVERSE_V2 of a dimension. {@code reference/reverse.h}. */
final class ReverseReader implements RowReader {
    @Override
    public List<Layer> read(TfliteOperator op) {
        op.requireSameType(op.input(0), op.output());
        op.throwIfAny();
        IntTensor axes = op.constant(1);
        Axis[] all = Axis.values();
        return axes.stream()
                .filter(axis -> !isOne(op, axis))
                .mapToObj(axis -> (Layer) new Reverse(all[all.length - 1 - op.fromLast(axis)]))
                .toList();
    }

    /** True if a dimension has size 1, so that there is nothing to reverse. */
    private static boolean isOne(TfliteOperator op, int axis) {
        List<Integer> dims = op.tensor(0).dims();
        int counted = axis < 0 ? axis + dims.size() : axis;
        return counted >= 0 && counted < dims.size() && dims.get(counted) == 1;
    }
}
