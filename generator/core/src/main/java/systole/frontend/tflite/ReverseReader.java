package systole.frontend.tflite;

import java.util.List;
import systole.layer.reverse.Reverse;
import systole.network.IntTensor;
import systole.network.Layer;

/** REVERSE_V2 of the steps of a sequence, or of dimensions of size 1. */
final class ReverseReader implements OperatorReader {
    @Override
    public List<Layer> read(TfliteOperator op) {
        op.requireSameType(op.input(0), op.output());
        List<Integer> dims = op.tensor(0).dims();
        IntTensor axes = op.constant(1);
        int[] moved = axes.stream()
                .map(axis -> axis < 0 ? axis + dims.size() : axis)
                .filter(axis -> axis < 0 || axis >= dims.size() || dims.get(axis) != 1)
                .toArray();
        op.require(
                moved.length == 0
                        || (moved.length == 1
                                && moved[0] == dims.size() - 2
                                && op.input(0).shape().height() == 1),
                "the dimensions " + axes + " of " + dims,
                "the steps of a sequence [1, steps, features] can be reversed");
        op.throwIfAny();
        return moved.length == 0 ? List.of() : List.of(new Reverse());
    }
}
