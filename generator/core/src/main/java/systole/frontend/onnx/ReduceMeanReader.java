package systole.frontend.onnx;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import systole.network.Padding;
import systole.network.Window;

/**
 * ReduceMean over all dimensions of space. Unlike GlobalAveragePool, the runtime computes it with real numbers, in an order
 * of its own, so that the result must be proved to be the same for every order.
 */
final class ReduceMeanReader implements OperatorReader {
    @Override
    public Value read(OnnxOperator op) {
        op.require(op.attributes().integer("noop_with_empty_axes", 0) == 0, "noop_with_empty_axes", "state the axes");
        boolean keep = op.attributes().integer("keepdims", 1) != 0;
        Wire flow = op.flow(0);
        List<Integer> axes =
                Dims.axes(op).stream().map(a -> op.axis(a, flow)).sorted().toList();
        Wire image = op.image(flow);
        int rank = image.dims().size();
        op.require(
                axes.equals(IntStream.range(2, rank).boxed().toList()),
                "the mean over the axes " + axes + " of " + flow.dims(),
                "the mean over height and width is supported");
        op.problems().throwIfAny();
        Window window =
                new Window(image.shape().height(), image.shape().width(), 1, 1, 1, 1, new Padding.Explicit(0, 0, 0, 0));
        return op.sums(false, outcome -> {
            Wire mean = AveragePoolReader.mean(op, image, window, outcome.element(), Optional.empty());
            List<Integer> dims = keep ? mean.dims() : mean.dims().subList(0, 2);
            return mean.with(dims, mean.layout());
        });
    }
}
