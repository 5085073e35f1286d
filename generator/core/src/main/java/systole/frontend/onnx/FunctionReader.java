package systole.frontend.onnx;

import java.util.List;
import java.util.function.Function;
import systole.layer.clamp.Clamp;
import systole.network.IntType;

/**
 * Operators that map each real number by itself. They become tables of the runtime's results for each 8-bit integer.
 *
 * @param function makes the function from the attributes of the operator
 * @param linear scales and zero points are inputs
 */
record FunctionReader(Function<OnnxOperator, RealFunction> function, boolean linear) implements OperatorReader {
    static FunctionReader of(Function<OnnxOperator, RealFunction> function) {
        return new FunctionReader(function, false);
    }

    @Override
    public Value read(OnnxOperator op) {
        RealFunction own = function.apply(op);
        if (linear) {
            return new Value.Integers(op.network().mapped(op.name(), op.labelled(0, 1, 2), op.element(3, 4), own));
        }
        if (op.value(0) instanceof Value.Mapped mapped) {
            return new Value.Mapped(mapped.flow(), mapped.function().then(own));
        }
        if (op.value(0) instanceof Value.Reals reals) {
            return new Value.Mapped(reals.flow(), own);
        }
        throw op.refused("the input is not dequantized", "put it between DequantizeLinear and QuantizeLinear");
    }

    /** Relu. Behind sums, it is exact if the zero point is the least integer. */
    static Value relu(OnnxOperator op) {
        return limits(op, RealFunctions::relu);
    }

    /** Clip. Behind sums, it is exact if no integer lies outside the limits. */
    static Value clip(OnnxOperator op) {
        if (op.value(0) instanceof Value.Integers integers) {
            return new Value.Integers(clipped(op, integers.flow()));
        }
        float lo = limit(op, 1, "min", -Float.MAX_VALUE);
        float hi = limit(op, 2, "max", Float.MAX_VALUE);
        return limits(op, RealFunctions.clip(lo, hi));
    }

    /** Clip between QuantizeLinear and DequantizeLinear, which leaves fewer integers than the type has. */
    private static Wire clipped(OnnxOperator op, Wire flow) {
        IntType type = flow.integers();
        int lo = op.has(1) ? op.constant(1).integers().get(0) : type.min();
        int hi = op.has(2) ? op.constant(2).integers().get(0) : type.max();
        if (lo > hi) {
            throw op.refused("the limits are " + lo + " and " + hi, "the first is the lower one");
        }
        boolean all = lo <= type.min() && hi >= type.max();
        Clamp layer = new Clamp(type.clamp(lo), type.clamp(hi));
        return all ? flow : op.add(layer, List.of(flow), flow.dims(), flow.layout());
    }

    /** Clip of real numbers. */
    static RealFunction limits(OnnxOperator op) {
        return RealFunctions.clip(limit(op, 1, "min", -Float.MAX_VALUE), limit(op, 2, "max", Float.MAX_VALUE));
    }

    private static float limit(OnnxOperator op, int input, String attribute, float otherwise) {
        float stated = op.attributes().real(attribute, otherwise);
        if (!op.has(input)) {
            return stated;
        }
        return op.value(input) instanceof Value.FixedReals r
                ? dequantized(r)
                : (float) op.constant(input).scalar();
    }

    private static float dequantized(Value.FixedReals limit) {
        return ((int) limit.constant().scalar() - limit.scales().zero(0))
                * (float) limit.scales().scale();
    }

    private static Value limits(OnnxOperator op, RealFunction function) {
        return op.value(0) instanceof Value.Sums sums
                ? sums.limited(function)
                : of(view -> function).read(op);
    }
}
