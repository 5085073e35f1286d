package systole.frontend.onnx;

import systole.network.Quantized;

/** DequantizeLinear, which tells the real numbers that integers stand for. */
final class DequantizeReader implements OperatorReader {
    @Override
    public Value read(OnnxOperator op) {
        op.attributes().ignore("output_dtype");
        int axis = op.attributes().integer("axis", 1);
        op.require(op.attributes().integer("block_size", 0) == 0, "block_size", "use a scale for each channel at most");
        if (op.value(0) instanceof Value.Fixed fixed) {
            return new Value.FixedReals(fixed.constant(), op.scales(1, 2, axis));
        }
        if (!(op.value(0) instanceof Value.Integers)) {
            throw op.refused("the input is no tensor of integers", "leave it out");
        }
        Wire flow = op.flow(0);
        int zero = op.has(2) ? (int) op.constant(2).scalar() : 0;
        Quantized element =
                new Quantized(flow.integers(), (float) op.constant(1).scalar(), zero);
        return new Value.Reals(op.network().labelled(op.name(), flow, element));
    }
}
