package systole.frontend.onnx;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import systole.layer.pair.PairBuilder;
import systole.layer.resize.ResizeNearest;
import systole.network.Shape;

/**
 * Add, Sub and Mul of two computed tensors of one shape. The scales may differ, so both operands are rescaled in single
 * precision. In the integer dialect, the integers are combined unchanged.
 *
 * @param builder starts the layer
 * @param linear scales and zero points are inputs
 * @param repeats true if an operand with one position for each channel is repeated over the positions of the other
 * @param sums true for a sum, whose second operand may be a constant
 */
record PairReader(Supplier<PairBuilder<?>> builder, boolean linear, boolean repeats, boolean sums)
        implements OperatorReader {
    /** Two operands of one shape whose elements stream in one order. */
    record Operands(Wire first, Wire second) {
        static Operands of(OnnxOperator op, Wire first, Wire second) {
            op.require(
                    first.dims().equals(second.dims()),
                    "the operands are " + first.dims() + " and " + second.dims(),
                    "both have the same dimensions: broadcasting is not supported");
            op.problems().throwIfAny();
            return new Operands(first, op.network().placed(op.name(), second, first.layout(), first.shape()));
        }

        /** The operand, repeated over the positions of the other one if necessary. */
        static Wire repeated(OnnxOperator op, Wire operand, Wire other) {
            Optional<Shape> from = Optional.of(operand).filter(Wire::isImage).map(Wire::image);
            Optional<Shape> to = Optional.of(other).filter(Wire::isImage).map(Wire::image);
            boolean smaller = from.isPresent()
                    && to.isPresent()
                    && from.get().pixels() == 1
                    && to.get().pixels() > 1
                    && from.get().channels() == to.get().channels();
            if (!smaller) {
                return operand;
            }
            ResizeNearest layer = new ResizeNearest(to.get().height(), to.get().width());
            return op.add(layer, List.of(op.image(operand)), other.dims(), other.layout());
        }

        List<Wire> list() {
            return List.of(first, second);
        }
    }

    @Override
    public Value read(OnnxOperator op) {
        if (!linear && sums && op.value(1) instanceof Value.FixedReals constant) {
            ConstantSum sum = ConstantSum.of(op, constant);
            return op.sums(false, sum::layers);
        }
        Wire first = linear ? op.labelled(0, 1, 2) : operand(op, 0);
        Wire second = linear ? op.labelled(3, 4, 5) : operand(op, 1);
        Operands operands = repeats
                ? Operands.of(op, Operands.repeated(op, first, second), Operands.repeated(op, second, first))
                : Operands.of(op, first, second);
        boolean integers = !linear && op.value(0) instanceof Value.Integers && op.value(1) instanceof Value.Integers;
        Function<Outcome, Wire> finish = outcome -> combined(op, operands, outcome);
        return linear ? new Value.Integers(finish.apply(Outcome.scaled(op.element(6, 7)))) : op.sums(integers, finish);
    }

    /** An operand that is not a constant. */
    static Wire operand(OnnxOperator op, int input) {
        boolean fixed = op.value(input) instanceof Value.Fixed || op.value(input) instanceof Value.FixedReals;
        if (fixed) {
            throw op.refused(
                    "input " + input + ", '" + op.node().inputs().get(input) + "', is a constant",
                    "make it part of the weights or the bias of the Conv or Gemm in front, ahead of quantization"
                            + " (onnxruntime.quantization.shape_inference.quant_pre_process)");
        }
        return op.flow(input);
    }

    private Wire combined(OnnxOperator op, Operands operands, Outcome outcome) {
        Wire first = operands.first();
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
