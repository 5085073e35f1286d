package systole.frontend.onnx;

import java.util.Optional;
import java.util.stream.IntStream;
import systole.network.Activation;
import systole.network.IntTensor;
import systole.network.IntType;
import systole.network.Quantized;
import systole.network.Requantization.Shift;

/**
 * RequantShift of the integer dialect: {@code (x * mul + add + div / 2) >> log2 div}, limited to {@code n_levels}
 * integers, half of them below 0 if {@code signed}.
 */
final class RequantShiftReader implements OperatorReader {
    private static final int MAX_BITS = 16;

    @Override
    public Value read(OnnxOperator op) {
        long divisor = whole(op, "div");
        long levels = op.attributes().has("n_levels_out") ? whole(op, "n_levels_out") : whole(op, "n_levels");
        boolean signed = whole(op, "signed") != 0;
        op.require(Long.bitCount(divisor) == 1, "div is " + divisor, "it is a power of two");
        op.require(
                Long.bitCount(levels) == 1 && levels > 1 && levels <= 1 << MAX_BITS,
                "there are " + levels + " levels",
                "it is a power of two, from 2 to 2^" + MAX_BITS);
        op.problems().throwIfAny();
        Shift shift = new Shift(list(op, 1), list(op, 2), Long.numberOfTrailingZeros(divisor));
        Quantized element = new Quantized(new IntType(Long.numberOfTrailingZeros(levels), signed));
        if (op.value(0) instanceof Value.Sums sums
                && sums.shifts()
                && sums.limits().equals(Limits.NONE)) {
            Outcome outcome = new Outcome(Optional.of(shift), element, Activation.Named.NONE, false, element.type());
            return new Value.Integers(sums.finish().apply(outcome));
        }
        if (op.value(0) instanceof Value.Integers integers && shift.values() == 1) {
            return new Value.Integers(table(op, integers.flow(), shift, element));
        }
        throw op.refused(
                "it does not follow Conv, Gemm, MatMul or Add directly", "put the requantization behind the sums");
    }

    private static Wire table(OnnxOperator op, Wire flow, Shift shift, Quantized element) {
        IntType type = flow.integers();
        long half = shift.log2() == 0 ? 0 : 1L << (shift.log2() - 1);
        int[] table = IntStream.rangeClosed(type.min(), type.max())
                .map(x -> element.type()
                        .clamp((x * shift.mul().get(0) + shift.add().get(0) + half) >> shift.log2()))
                .toArray();
        return op.network().mapped(op.name(), flow, element, IntTensor.vector(table));
    }

    private static java.util.List<Long> list(OnnxOperator op, int input) {
        return op.constant(input).integers().stream().mapToObj(v -> (long) v).toList();
    }

    private static long whole(OnnxOperator op, String attribute) {
        double value = op.attributes()
                .number(attribute)
                .orElseThrow(() -> op.refused("attribute '" + attribute + "' is missing", "export the model again"));
        op.require(value == Math.rint(value), attribute + " is " + value, "it is an integer");
        return (long) value;
    }
}
