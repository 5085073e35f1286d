package systole.frontend.onnx;

/** PRelu: below 0, the slope is a constant, for all elements or for each channel. */
final class PreluReader implements OperatorReader {
    private static final int SLOPE = 1;

    @Override
    public Value read(OnnxOperator op) {
        Wire flow = op.flow(0);
        if (op.value(0) instanceof Value.Integers) {
            throw op.refused("the input is not dequantized", "put it between DequantizeLinear and QuantizeLinear");
        }
        Constant slopes =
                op.value(SLOPE) instanceof Value.FixedReals quantized ? quantized.reals() : op.constant(SLOPE);
        ConstantOperand operand = ConstantOperand.of(op, SLOPE, slopes, flow);
        return new ChannelFunctions(op, operand, slope -> x -> x < 0 ? (float) slope * x : x).of(flow);
    }
}
