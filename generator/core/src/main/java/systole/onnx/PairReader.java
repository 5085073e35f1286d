package systole.onnx;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import systole.layer.pair.PairBuilder;

/**
 * Add, Sub and Mul of two computed tensors of one shape. Scales differ, so all is rescaled in single precision; in the
 * integer dialect the integers are combined as they are.
 *
 * @param builder starts the layer
 * @param linear scales and zero points are inputs
 */
record PairReader(Supplier<PairBuilder<?>> builder, boolean linear) implements OperatorReader {
    /** Two operands of one shape whose elements stream in one order. */
    record Operands(Flow first, Flow second) {
        static Operands of(OperatorView op, Flow first, Flow second) {
            op.require(
                    first.dims().equals(second.dims()),
                    "the operands are " + first.dims() + " and " + second.dims(),
                    "both have the same dimensions: broadcasting is not supported");
            op.require(
                    first.layout().equals(second.layout()),
                    "the operands stream in different orders",
                    "transpose or reshape neither or both of them");
            op.problems().throwIfAny();
            return new Operands(first, op.network().shaped(op.name(), second, first.shape()));
        }

        List<Flow> list() {
            return List.of(first, second);
        }
    }

    @Override
    public Value read(OperatorView op) {
        Operands operands = linear
                ? Operands.of(op, op.labelled(0, 1, 2), op.labelled(3, 4, 5))
                : Operands.of(op, operand(op, 0), operand(op, 1));
        boolean integers = !linear && op.value(0) instanceof Value.Integers && op.value(1) instanceof Value.Integers;
        Function<Outcome, Flow> finish = outcome -> combined(op, operands, outcome);
        return linear ? new Value.Integers(finish.apply(Outcome.scaled(op.element(6, 7)))) : op.sums(integers, finish);
    }

    /** An operand that is no constant. */
    static Flow operand(OperatorView op, int input) {
        boolean fixed = op.value(input) instanceof Value.Fixed || op.value(input) instanceof Value.FixedReals;
        if (fixed) {
            throw op.refused(
                    "input " + input + ", '" + op.node().inputs().get(input) + "', is a constant",
                    "make it part of the weights or the bias of the Conv or Gemm in front, ahead of quantization"
                            + " (onnxruntime.quantization.shape_inference.quant_pre_process)");
        }
        return op.flow(input);
    }

    private Flow combined(OperatorView op, Operands operands, Outcome outcome) {
        Flow first = operands.first();
        op.require(
                outcome.shift().isPresent()
                        || (first.integers().equals(operands.second().integers())
                                && first.integers().equals(outcome.element().type())),
                "the operands are " + first.integers() + " and "
                        + operands.second().integers() + ", the output "
                        + outcome.element().type(),
                "use one type for all of them");
        PairBuilder<?> layer = builder.get()
                .requant(outcome.requantization(List.of(1.0)))
                .activation(outcome.activation())
                .output(outcome.element());
        return op.add(layer.get(), operands.list(), first.dims(), first.layout());
    }
}
