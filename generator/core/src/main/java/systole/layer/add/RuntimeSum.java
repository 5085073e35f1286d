package systole.layer.add;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import systole.network.IntType;
import systole.network.Quantized;

/**
 * Sums and differences as ONNX Runtime 1.29 forms them, in single precision, brought into fixed point: each element has
 * a term of its own, and the result is a step function of the two terms' sum. That this gives the runtime's result is
 * proved for every pair of elements.
 *
 * <p>Sum ({@code MlasQLinearAdd} on processors with fused multiply-add): {@code fma(x1, r1, fma(x2, r2, zo -
 * fma(r1, z1, r2 * z2)))} with {@code r = s / so}. Difference (DequantizeLinear, Sub, QuantizeLinear): {@code ((x1 - z1) * s1 -
 * (x2 - z2) * s2) / so + zo}. Both are rounded half to even and saturated.
 */
public final class RuntimeSum {
    private static final int MAX_FRACTION = 20;
    /** The approximate number of bits of a term, including its fraction. */
    private static final int TERM_BITS = 28;

    private final boolean subtracts;
    private final Quantized first;
    private final Quantized second;
    private final Quantized output;
    private final int fraction;
    /** The first sum of terms that gives output {@code min + 1 + i} or more. */
    private final long[] steps;

    private RuntimeSum(boolean subtracts, Quantized first, Quantized second, Quantized output) {
        this.subtracts = subtracts;
        this.first = first;
        this.second = second;
        this.output = output;
        double ratio = Math.max(first.scale(), second.scale()) / output.scale();
        this.fraction = Math.max(0, Math.min(MAX_FRACTION, TERM_BITS - 9 - Math.getExponent(ratio)));
        this.steps = new long[output.type().max() - output.type().min()];
    }

    /** The arithmetic. Empty if no step function of a sum of terms gives the runtime's results. */
    static Optional<AddArithmetic> of(boolean subtracts, Quantized first, Quantized second, Quantized output) {
        RuntimeSum sum = new RuntimeSum(subtracts, first, second, output);
        return sum.findSteps()
                ? Optional.of(new AddArithmetic(
                        new AddArithmetic.Term(first, x -> sum.term(x, first)),
                        new AddArithmetic.Term(second, x -> sum.subtracts ? -sum.term(x, second) : sum.term(x, second)),
                        (channel, terms) -> sum.level(terms)))
                : Optional.empty();
    }

    /** The function that the runtime computes from two elements. */
    public static IntBinaryOperator function(boolean subtracts, Quantized first, Quantized second, Quantized output) {
        return new RuntimeSum(subtracts, first, second, output)::exact;
    }

    private int term(int value, Quantized input) {
        return (int) Math.rint(Math.scalb((value - input.zero()) * (input.scale() / output.scale()), fraction));
    }

    private long level(long terms) {
        int found = Arrays.binarySearch(steps, terms);
        int reached = found >= 0 ? lastEqual(found) + 1 : -1 - found;
        return output.type().min() + reached - (long) output.zero();
    }

    private int lastEqual(int index) {
        int last = index;
        while (last + 1 < steps.length && steps[last + 1] == steps[last]) {
            last++;
        }
        return last;
    }

    private int exact(int x, int y) {
        float so = (float) output.scale();
        float s1 = (float) first.scale();
        float s2 = (float) second.scale();
        float real;
        if (subtracts) {
            real = ((x - first.zero()) * s1 - (y - second.zero()) * s2) / so;
            return output.type().clamp((long) Math.rint(real) + output.zero());
        }
        float r1 = s1 / so;
        float r2 = s2 / so;
        float fixed = output.zero() - Math.fma(r1, (float) first.zero(), r2 * second.zero());
        real = Math.fma((float) x, r1, Math.fma((float) y, r2, fixed));
        return output.type().clamp((long) Math.rint(real));
    }

    /**
     * Puts each step at the position of exact rounding, or next to it if the runtime's rounding errors require that.
     */
    private boolean findSteps() {
        int min = output.type().min();
        long[] least = new long[steps.length + 1];
        long[] greatest = new long[steps.length + 1];
        Arrays.fill(least, Long.MAX_VALUE);
        Arrays.fill(greatest, Long.MIN_VALUE);
        collect(least, greatest);
        for (int i = steps.length - 1; i >= 0; i--) {
            least[i] = Math.min(least[i], least[i + 1]);
        }
        long below = Long.MIN_VALUE;
        for (int i = 0; i < steps.length; i++) {
            below = Math.max(below, greatest[i]);
            if (below >= least[i + 1]) {
                return false;
            }
            long natural = (long) Math.ceil(Math.scalb(min + i + 0.5 - output.zero(), fraction));
            steps[i] = Math.min(least[i + 1], Math.max(below + 1, natural));
        }
        return true;
    }

    /** The range of sums for each output, over all pairs of elements. */
    private void collect(long[] least, long[] greatest) {
        IntType a = first.type();
        IntType b = second.type();
        for (int x = a.min(); x <= a.max(); x++) {
            for (int y = b.min(); y <= b.max(); y++) {
                int index = exact(x, y) - output.type().min();
                long sum = (long) term(x, first) + (subtracts ? -term(y, second) : term(y, second));
                least[index] = Math.min(least[index], sum);
                greatest[index] = Math.max(greatest[index], sum);
            }
        }
    }
}
