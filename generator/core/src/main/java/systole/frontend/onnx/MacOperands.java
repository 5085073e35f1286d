package systole.frontend.onnx;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import systole.layer.mac.MacTerms;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;

/**
 * The operands of a convolution or a matrix product.
 *
 * @param bias the bias in accumulator units; may be empty
 */
record MacOperands(Wire input, QuantizedWeights filter, IntTensor bias) {
    private static final double TOLERANCE = 1e-4;

    /**
     * Operands that are real numbers for which integers stand, or the integers themselves: input 0, weights 1, bias 2.
     */
    static MacOperands plain(OnnxOperator op, int channelAxis) {
        Wire input = op.flow(0);
        if (op.value(0) instanceof Value.Integers && op.value(1) instanceof Value.Fixed fixed) {
            return new MacOperands(
                    input,
                    QuantizedWeights.plain(fixed.constant()),
                    op.has(2) ? op.constant(2).integers() : none());
        }
        if (op.value(0) instanceof Value.Reals && op.value(1) instanceof Value.FixedReals weights) {
            QuantizedWeights filter = QuantizedWeights.of(weights.constant(), weights.scales(), channelAxis);
            return checked(
                    op, weights.constant(), new MacOperands(input, filter, op.has(2) ? bias(op, filter) : none()));
        }
        throw op.refused(
                "the input and the weights are not both quantized",
                "weights are a constant of int8 or uint8 behind a DequantizeLinear, without other operators in between");
    }

    private static IntTensor bias(OnnxOperator op, QuantizedWeights filter) {
        if (op.value(2) instanceof Value.Fixed real) {
            return FloatBias.quantized(op, real.constant(), filter);
        }
        if (!(op.value(2) instanceof Value.FixedReals bias)) {
            throw op.refused("the bias is computed from the input", "make it a constant");
        }
        IntTensor values = bias.constant().integers();
        if (filter.scales().size() > 1 && filter.scales().size() != values.size()) {
            throw op.refused(
                    "there are " + values.size() + " biases for "
                            + filter.scales().size() + " channels",
                    "there is one for each output channel");
        }
        double input = op.flow(0).element().scale();
        int scales = Math.min(
                values.size(),
                bias.scales().isSingle()
                        ? Integer.MAX_VALUE
                        : bias.scales().values().size());
        for (int c = 0; c < scales; c++) {
            double wanted = input * filter.scale(c);
            if (Math.abs(bias.scales().scale(c) - wanted) > wanted * TOLERANCE
                    || bias.scales().zero(c) != 0) {
                throw op.refused(
                        "the scale of bias " + c + " is " + bias.scales().scale(c)
                                + ", not input scale * weight scale, " + wanted,
                        "quantize the bias with that scale and a zero point of 0");
            }
        }
        return values;
    }

    /** Operands of QLinearConv and similar operators: input 0..2, weights 3..5, bias in accumulator units. */
    static MacOperands linear(OnnxOperator op, int channelAxis, int bias) {
        Wire input = op.labelled(0, 1, 2);
        Constant weights = op.constant(3);
        QuantizedWeights filter = QuantizedWeights.of(weights, op.scales(4, 5, channelAxis), channelAxis);
        IntTensor values = op.has(bias) ? op.constant(bias).integers() : none();
        return checked(op, weights, new MacOperands(input, filter, values));
    }

    /** Operands of ConvInteger and MatMulInteger: input 0, weights 1, zero points 2 and 3. */
    static MacOperands integer(OnnxOperator op, int channelAxis) {
        Wire input = op.flow(0);
        int zero = op.has(2) ? (int) op.constant(2).scalar() : 0;
        IntTensor zeros = op.has(3) ? op.constant(3).integers() : IntTensor.vector(0);
        Scales scales = new Scales(zeros.stream().mapToObj(z -> 1.0).toList(), zeros, channelAxis);
        return new MacOperands(
                op.network()
                        .labelled(
                                op.name(),
                                input,
                                new Quantized(input.integers(), input.element().scale(), zero)),
                QuantizedWeights.of(op.constant(1), scales, channelAxis),
                none());
    }

    private static MacOperands checked(OnnxOperator op, Constant weights, MacOperands operands) {
        IntType input = operands.input().integers();
        op.require(
                op.type(weights).equals(input) || kernelType(op, input).equals(IntType.UINT8),
                "the input is " + input + " and the weights " + op.type(weights),
                "ONNX Runtime computes this in real numbers; use int8 weights");
        return operands;
    }

    private static IntTensor none() {
        return MacTerms.NO_BIAS;
    }

    private static IntType kernelType(OnnxOperator op, IntType input) {
        return op.kernelType(op.node().inputs().get(0), input);
    }

    /**
     * True if real numbers are summed up of which the exact sum is known: a bias, if there is one, has the scale of the
     * products.
     */
    boolean canRoundOnce(OnnxOperator op) {
        if (!(op.value(0) instanceof Value.Reals)) {
            return false;
        }
        return !op.has(2)
                || (op.value(2) instanceof Value.FixedReals fixed
                        && IntStream.range(0, bias.size()).allMatch(c -> {
                            float wanted = (float) input.element().scale() * (float) filter.scale(c);
                            return (float) fixed.scales().scale(fixed.scales().isSingle() ? 0 : c) == wanted;
                        }));
    }

    /** The same operands with the sums of some output channels negated. */
    MacOperands negated(IntPredicate channels, int channelAxis) {
        int all = filter.values().dim(channelAxis);
        if (IntStream.range(0, all).noneMatch(channels)) {
            return this;
        }
        int[] turned = IntStream.range(0, bias.size() == 1 ? all : bias.size())
                .map(c -> {
                    int value = bias.get(bias.size() == 1 ? 0 : c);
                    return channels.test(c) ? -value : value;
                })
                .toArray();
        return new MacOperands(input, filter.negated(channels, channelAxis), IntTensor.vector(turned));
    }

    /** Requires the result to have the type of the input, because ONNX Runtime has no other integer kernel. */
    void requireSameType(OnnxOperator op, Outcome outcome) {
        op.require(
                outcome.isLike(input.integers(), kernelType(op, input.integers())),
                "the input is " + input.integers() + " and the output "
                        + outcome.element().type(),
                "ONNX Runtime computes this in real numbers; use one type for both");
    }
}
