package systole.frontend.tflite;

import java.util.List;
import systole.network.Layer;
import systole.network.Shape;

/** BROADCAST_TO: repeats dimensions of 1. {@code reference/broadcast_to.h}. */
final class BroadcastReader implements RowReader {
    @Override
    public List<Layer> read(TfliteOperator op) {
        op.requireSameType(op.input(0), op.output());
        Shape from = op.input(0).shape();
        Shape to = op.output().shape();
        op.require(
                BinaryOperands.enlarges(from, to),
                "from " + from + " to " + to,
                "each dimension keeps its size, or is 1 and repeated");
        op.throwIfAny();
        return from.equals(to) ? List.of() : BinaryOperands.enlarging(from, to);
    }
}
