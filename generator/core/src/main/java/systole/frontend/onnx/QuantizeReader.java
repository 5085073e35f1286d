package systole.frontend.onnx;

import java.util.List;
import systole.network.IntTensor;
import systole.network.Quantized;

/** QuantizeLinear, which turns real numbers into integers. The operator that computes them decides how. */
final class QuantizeReader implements OperatorReader {
    private static final String RUNTIME =
            "ONNX Runtime computes this in real numbers; quantize with the zero point at the"
                    + " least integer, or quantize what comes before by itself";

    @Override
    public Value read(OnnxOperator op) {
        op.attributes().ignore("saturate", "output_dtype");
        int axis = op.attributes().integer("axis", 1);
        op.require(op.attributes().integer("block_size", 0) == 0, "block_size", "use a scale for each channel at most");
        if (op.value(0) instanceof Value.Fixed fixed) {
            return new Value.Fixed(quantized(op, fixed.constant(), op.scales(1, 2, axis)));
        }
        Quantized element = op.element(1, 2);
        if (op.value(0) instanceof Value.Sums sums) {
            return new Value.Integers(sums.finish().apply(outcome(op, sums, element)));
        }
        if (op.value(0) instanceof Value.Mapped mapped) {
            return new Value.Integers(op.network().mapped(op.name(), mapped.flow(), element, mapped.function()));
        }
        if (op.value(0) instanceof Value.Reals reals) {
            return new Value.Integers(op.network().mapped(op.name(), reals.flow(), element, x -> x));
        }
        throw op.refused("the input is quantized already", "leave it out");
    }

    private static Outcome outcome(OnnxOperator op, Value.Sums sums, Quantized element) {
        if (!sums.limits().areThoseOf(element) && sums.once() && op.network().roundsOnce()) {
            return Outcome.once(element, sums.limits().clamp(element));
        }
        op.require(
                sums.limits().areThoseOf(element),
                "the limits behind " + sums.node() + " are not those of " + element,
                RUNTIME + (sums.once() ? RealArithmetic.HINT : ""));
        op.problems().throwIfAny();
        return Outcome.scaled(element, op.kernelType(op.node().outputs().get(0), element.type()));
    }

    private static Constant quantized(OnnxOperator op, Constant constant, Scales scales) {
        IntTensor dims = new IntTensor(constant.dims(), new int[constant.size()]);
        int axis = scales.axis(dims.rank());
        int inner = dims.dims().subList(Math.min(dims.rank(), axis + 1), dims.rank()).stream()
                .reduce(1, (a, b) -> a * b);
        Constant zero = op.constant(2);
        double[] values = constant.values().clone();
        for (int i = 0; i < values.length; i++) {
            int c = scales.isSingle() ? 0 : i / inner % dims.dim(axis);
            Quantized element = new Quantized(op.type(zero), scales.scale(c), scales.zero(c));
            values[i] = Reals.quantize((float) values[i], element);
        }
        return new Constant(constant.name(), List.copyOf(constant.dims()), zero.type(), values);
    }
}
