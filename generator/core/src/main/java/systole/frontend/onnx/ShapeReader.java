package systole.frontend.onnx;

import java.util.List;
import java.util.function.BiFunction;
import systole.network.Layout;

/**
 * Operators that only change how elements are counted. They need no hardware, because the stream stays the same and the
 * next reader uses the layout.
 *
 * @param shaped gives the same stream other dimensions
 */
record ShapeReader(BiFunction<OnnxOperator, Wire, Wire> shaped) implements OperatorReader {
    /** An operator that gives the same elements, in the same order, other dimensions. */
    static ShapeReader of(BiFunction<OnnxOperator, List<Integer>, List<Integer>> dims) {
        return new ShapeReader((op, flow) -> flow.with(dims.apply(op, flow.dims()), flow.layout()));
    }

    @Override
    public Value read(OnnxOperator op) {
        if (op.value(0) instanceof Value.FixedReals) {
            throw op.refused(
                    "it works on a constant behind its DequantizeLinear, so that ONNX Runtime computes with real numbers",
                    "let it work on the integers, in front of the DequantizeLinear");
        }
        return op.same(shaped.apply(op, op.flow(0)));
    }

    /** Transpose, in which dimensions change places. Activations keep the order of the stream. */
    static Value transpose(OnnxOperator op) {
        if (op.value(0) instanceof Value.FixedReals reals) {
            Scales scales = reals.scales();
            List<Integer> order = Dims.order(op, reals.constant().dims());
            int axis = order.indexOf(scales.axis(order.size()));
            return new Value.FixedReals(
                    ConstantShapes.transposed(reals.constant(), order),
                    new Scales(scales.values(), scales.zeros(), Math.max(0, axis)));
        }
        return new ShapeReader(ShapeReader::transposed).read(op);
    }

    /**
     * The same stream, whose elements have other places in the file. If a dimension mixes elements that lie apart, they
     * stream in the order of the file first.
     */
    private static Wire transposed(OnnxOperator op, Wire flow) {
        List<Integer> order = Dims.order(op, flow.dims());
        Wire ordered = flow.layout().transposed(flow.dims(), order).isPresent() ? flow : op.rowMajor(flow);
        Layout layout = ordered.layout().transposed(flow.dims(), order).orElseThrow();
        return ordered.with(order.stream().map(flow.dims()::get).toList(), layout);
    }
}
