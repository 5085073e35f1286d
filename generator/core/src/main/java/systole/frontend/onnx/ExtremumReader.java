package systole.frontend.onnx;

import systole.network.Layer;
import systole.network.Quantized;

/**
 * Max and Min of two computed tensors of one shape. Quantizing never changes which of two numbers is the greater.
 * Therefore each operand is first brought to the output's scale.
 */
record ExtremumReader(Layer layer) implements OperatorReader {
    @Override
    public Value read(OnnxOperator op) {
        op.require(
                op.node().inputs().size() == 2, "it has " + op.node().inputs().size() + " inputs", "give it two");
        op.problems().throwIfAny();
        Wire first = PairReader.operand(op, 0);
        Wire second = PairReader.operand(op, 1);
        if (op.value(0) instanceof Value.Integers) {
            return new Value.Integers(
                    extremum(op, first, op.network().labelled(op.name() + "_in", second, first.element())));
        }
        return op.sums(false, outcome -> {
            Quantized element = outcome.element();
            return extremum(
                    op,
                    op.network().mapped(op.name() + "_in", first, element, x -> x),
                    op.network().mapped(op.name() + "_in", second, element, x -> x));
        });
    }

    private Wire extremum(OnnxOperator op, Wire first, Wire second) {
        PairReader.Operands operands = PairReader.Operands.of(op, first, second);
        return op.add(layer, operands.list(), first.dims(), first.layout());
    }
}
