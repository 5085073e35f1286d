package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.List;
import systole.layer.argmax.Argmax;
import systole.network.Layout;

/** ArgMax over the channels. The indices become unsigned integers of as many bits as they need. */
final class ArgMaxReader implements OperatorReader {
    @Override
    public Value read(OnnxOperator op) {
        int axis = op.attributes().integer("axis", 0);
        boolean keep = op.attributes().integer("keepdims", 1) != 0;
        op.require(
                op.attributes().integer("select_last_index", 0) == 0,
                "select_last_index",
                "the first of equal values is supported");
        Axes input = Axes.of(op, op.flow(0));
        op.require(
                input.fromLast(op, axis) == 0,
                "axis " + axis + " of " + input.flow().dims(),
                "the channels are supported");
        int index = op.axis(axis, input.flow());
        List<Integer> dims = new ArrayList<>(input.flow().dims());
        dims.remove(index);
        if (keep) {
            dims.add(index, 1);
        }
        return new Value.Integers(op.add(new Argmax(), List.of(input.flow()), dims, Layout.rowMajor(dims)));
    }
}
