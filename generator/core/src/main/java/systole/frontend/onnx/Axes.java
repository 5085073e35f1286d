package systole.frontend.onnx;

import java.util.ArrayList;
import java.util.List;
import systole.network.Shape;

/**
 * An activation in the shape that the axes of an operator refer to.
 *
 * @param flow the activation; an image streams channels last, and any other tensor streams in the order of the file
 * @param dims its dimensions in the order of the stream, as indices of the file's dimensions, without the batch
 */
record Axes(Wire flow, List<Integer> dims) {
    static Axes of(OnnxOperator op, Wire flow) {
        int rank = flow.dims().size();
        boolean image = flow.isImage();
        boolean batched = rank > 1 && flow.dims().get(0) == 1;
        if (rank > 4 || (rank == 4 && !batched)) {
            throw op.refused(
                    "its operand " + flow.dims() + " has more than three dimensions",
                    "reshape it in front, so that there are at most three beside the batch");
        }
        List<Integer> order = new ArrayList<>();
        for (int d = batched ? 1 : 0; d < rank; d++) {
            order.add(d);
        }
        if (image) {
            order.add(order.remove(0));
        }
        Shape shape = new Shape(order.stream().map(flow.dims()::get).toList());
        Wire ordered = image ? flow : op.rowMajor(flow);
        return new Axes(op.network().shaped(op.name(), ordered, shape), List.copyOf(order));
    }

    /**
     * The distance of an axis of the file from the fastest axis of the stream: 0 for channels, 1 for width, 2 for
     * height.
     */
    int fromLast(OnnxOperator op, int axis) {
        int place = dims.indexOf(op.axis(axis, flow));
        if (place < 0) {
            throw op.refused("axis " + axis + " of " + flow.dims() + ", the batch", "use another one");
        }
        return dims.size() - 1 - place;
    }
}
