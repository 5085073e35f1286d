package systole.frontend.onnx;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Convolutions and matrix products in their forms.
 *
 * @param form the form of operands and results
 * @param product the product that is computed
 */
record MacReader(Form form, Product product) implements OperatorReader {
    /** The product: a convolution, Gemm or MatMul. */
    interface Product {
        /** The dimension of the weights that holds the output channels. */
        int channelAxis(OnnxOperator op);

        /**
         * Makes the layers of the product, once the use of its sums is known. Its weights and its bias may be those of
         * other operands of the same dimensions.
         */
        BiFunction<MacOperands, Outcome, Wire> sums(OnnxOperator op, MacOperands operands);
    }

    /** The forms of operands and results. */
    enum Form {
        /** Real numbers behind DequantizeLinear and before QuantizeLinear, or integers before RequantShift. */
        PLAIN,
        /** All values are inputs: bias 8, output scale and zero point 6 and 7. */
        LINEAR,
        /** The same, but the bias comes before the output's scale. */
        GEMM,
        /** The output is the sums of integers. */
        INTEGER
    }

    @Override
    public Value read(OnnxOperator op) {
        int axis = product.channelAxis(op);
        MacOperands operands =
                switch (form) {
                    case PLAIN -> MacOperands.plain(op, axis);
                    case LINEAR -> MacOperands.linear(op, axis, 8);
                    case GEMM -> MacOperands.linear(op, axis, 6);
                    case INTEGER -> MacOperands.integer(op, axis);
                };
        BiFunction<MacOperands, Outcome, Wire> sums = product.sums(op, operands);
        Function<Outcome, Wire> finish = outcome -> {
            operands.requireSameType(op, outcome);
            if (outcome.once()) {
                op.network().note(ExactSums.note(op.node(), ExactSums.bound(operands, axis, outcome.element())));
            }
            return sums.apply(operands.negated(outcome::isFalling, axis), outcome.rising());
        };
        return switch (form) {
            case PLAIN -> op.sums(true, operands.canRoundOnce(op), finish);
            case INTEGER -> op.sums(true, finish);
            case LINEAR -> new Value.Integers(finish.apply(Outcome.scaled(op.element(6, 7))));
            case GEMM -> new Value.Integers(finish.apply(Outcome.scaled(op.element(7, 8))));
        };
    }
}
