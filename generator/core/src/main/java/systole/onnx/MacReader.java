package systole.onnx;

import java.util.function.Function;

/**
 * Convolutions and matrix products in their three forms.
 *
 * @param form how operands and results are written
 * @param product what is computed
 */
record MacReader(Form form, Product product) implements OperatorReader {
    /** Convolution, Gemm or MatMul. */
    interface Product {
        /** The dimension of the weights that the output channels are. */
        int channelAxis(OnnxOperator op);

        /** The layers of the product, once it is known what becomes of its sums. */
        Function<Outcome, Flow> sums(OnnxOperator op, MacOperands operands);
    }

    /** How operands and results are written. */
    enum Form {
        /** Real numbers behind DequantizeLinear and before QuantizeLinear, or integers before RequantShift. */
        PLAIN,
        /** Everything is an input: bias 8, output scale and zero point 6 and 7. */
        LINEAR,
        /** The same with the bias before the output's scale. */
        GEMM,
        /** Sums of integers are the output. */
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
        Function<Outcome, Flow> sums = product.sums(op, operands);
        Function<Outcome, Flow> finish = outcome -> {
            operands.requireSameType(op, outcome);
            return sums.apply(outcome);
        };
        return switch (form) {
            case PLAIN, INTEGER -> op.sums(true, finish);
            case LINEAR -> new Value.Integers(finish.apply(Outcome.scaled(op.element(6, 7))));
            case GEMM -> new Value.Integers(finish.apply(Outcome.scaled(op.element(7, 8))));
        };
    }
}
