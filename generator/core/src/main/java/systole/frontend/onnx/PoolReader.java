package systole.frontend.onnx;

import java.util.List;
import java.util.function.BiFunction;
import systole.layer.pool.GlobalMaxPool;
import systole.layer.pool.MaxPool2d;
import systole.network.Shape;
import systole.network.Window;

/**
 * MaxPool and GlobalMaxPool. The largest integer stands for the largest real number.
 *
 * @param pooled adds the pooling of an image
 */
record PoolReader(BiFunction<OnnxOperator, Wire, Wire> pooled) implements OperatorReader {
    @Override
    public Value read(OnnxOperator op) {
        return op.same(pooled.apply(op, op.image(op.flow(0))));
    }

    static Wire globalMax(OnnxOperator op, Wire image) {
        return op.addImage(new GlobalMaxPool(), image, image.shape().channels(), 1, 1);
    }

    static Wire max(OnnxOperator op, Wire image) {
        op.attributes().ignore("storage_order");
        int spatial = image.dims().size() - 2;
        Shape shape = image.image();
        Window w = Windows.read(op, shape, List.of(), spatial);
        op.require(w.dilationH() == 1 && w.dilationW() == 1, "dilations", "a window without dilation is supported");
        op.require(
                op.node().outputs().size() == 1 || op.node().outputs().get(1).isEmpty(),
                "the second output, indices",
                "leave it out");
        Window.Placed placed = w.on(shape.height(), shape.width());
        boolean ceil = op.attributes().integer("ceil_mode", 0) != 0;
        op.require(!ceil || isExact(placed), "ceil_mode", "pad the input so that the last window fits");
        op.problems().throwIfAny();
        MaxPool2d layer = MaxPool2d.maxpool2d()
                .kernel(w.kernelH(), w.kernelW())
                .stride(w.strideH(), w.strideW())
                .padding(w.padding())
                .get();
        return op.addImage(layer, image, shape.channels(), placed.outH(), placed.outW());
    }

    /**
     * True if the last window ends at the end of the padded input, so that rounding the output size up or down gives
     * the same.
     */
    private static boolean isExact(Window.Placed p) {
        Window w = p.window();
        if (!(w.padding() instanceof systole.network.Padding.Explicit padding)) {
            return false;
        }
        return (p.inH() + padding.top() + padding.bottom() - w.kernelH()) % w.strideH() == 0
                && (p.inW() + padding.left() + padding.right() - w.kernelW()) % w.strideW() == 0;
    }
}
