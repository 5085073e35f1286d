package systole.frontend.onnx;

import java.util.Optional;
import systole.layer.extremum.Extremum;
import systole.network.Quantized;

/**
 * Max and Min of two tensors of one shape, one of which may be a constant. Quantizing never changes which of two numbers
 * is the greater. Therefore each operand is first brought to the output's scale.
 */
record ExtremumReader(Extremum layer) implements OperatorReader {
    @Override
    public Value read(OnnxOperator op) {
        op.require(
                op.node().inputs().size() == 2, "it has " + op.node().inputs().size() + " inputs", "give it two");
        op.problems().throwIfAny();
        for (int known = 0; known < 2; known++) {
            Optional<Constant> constant = ConstantOperand.reals(op.value(known));
            if (constant.isPresent() && op.value(1 - known) instanceof Value.Reals other) {
                return known(op, ConstantOperand.of(op, known, constant.get(), other.flow()), other.flow());
            }
        }
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

    /** A function of each element, or a tensor of its own if the numbers of a channel differ. */
    private Value known(OnnxOperator op, ConstantOperand operand, Wire flow) {
        if (operand.isUniform() || operand.channels(flow).length > 0) {
            return new ChannelFunctions(
                            op, operand, c -> x -> layer.greatest() ? Math.max(x, (float) c) : Math.min(x, (float) c))
                    .of(flow);
        }
        return op.sums(false, outcome -> {
            Wire first = op.network().mapped(op.name() + "_in", flow, outcome.element(), x -> x);
            return extremum(op, first, operand.quantized(outcome.element()).wire(first, outcome.element()));
        });
    }

    private Wire extremum(OnnxOperator op, Wire first, Wire second) {
        PairReader.Operands operands = PairReader.Operands.of(op, first, second);
        return op.add(layer, operands.list(), first.dims(), first.layout());
    }
}
