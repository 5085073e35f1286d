package systole.layer.add;

import java.util.List;
import java.util.function.IntUnaryOperator;
import systole.layer.pair.PairArithmetic;
import systole.network.FixedPoint;
import systole.network.FixedPoint.FixedScale;
import systole.network.Quantized;
import systole.network.Range;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Requantizer;
import systole.network.Requantizers;

/**
 * The exact steps of a sum: {@code term(0, x1) + term(1, x2)}, then a requantizer. Every step is monotone.
 *
 * <p>Plain: {@code term = x - zero}. Rescaled (TensorFlow Lite 2.18 {@code reference/integer_ops/add.h}):
 * {@code t = 2 max(s1, s2)}, {@code term = MBQM((x - zero) << 20, s / t)}, and the sum is scaled by
 * {@code t / (2^20 so)}. With elements of int16, 15 takes the place of 20. In a difference, the second term is negative. If it is rescaled, its multiplier is negative
 * instead ({@code sub.cc}), so that ties still go up. {@link RuntimeSum} describes the sum in float.
 */
public final class AddArithmetic implements PairArithmetic {
    private static final int NARROW_SHIFT = 20;
    private static final int WIDE_SHIFT = 15;

    private final List<Term> terms;
    private final Requantizer requantizer;

    AddArithmetic(Term first, Term second, Requantizer requantizer) {
        this.terms = List.of(first, second);
        this.requantizer = requantizer;
    }

    static AddArithmetic of(Adding layer, Quantized first, Quantized second) {
        double output = layer.output().scale();
        boolean negative = layer.subtracts();
        if (layer.isInFloat()) {
            return RuntimeSum.of(negative, first, second, layer.output()).orElseThrow();
        }
        if (layer.requant().isPresent()) {
            return new AddArithmetic(
                    Term.plain(first, false),
                    Term.plain(second, negative),
                    Requantizers.of(layer.requant().get(), first.scale(), output));
        }
        int shift = leftShift(first, second);
        FixedScale b = inputScale(second, first);
        return new AddArithmetic(
                Term.rescaled(first, shift, inputScale(first, second)),
                Term.rescaled(second, shift, negative ? b.negated() : b),
                Requantizers.of(
                        new Scaled(ScaleRounding.DOUBLE, List.of(1.0)),
                        twiceMax(first, second),
                        (1 << shift) * output));
    }

    /** True if both inputs are int16 without a zero point, whose sums the runtime forms in another scale. */
    static boolean isWide(Quantized first, Quantized second) {
        return isWide(first) && isWide(second);
    }

    private static boolean isWide(Quantized input) {
        return input.type().signed() && input.type().bits() == Short.SIZE && input.zero() == 0;
    }

    private static int leftShift(Quantized first, Quantized second) {
        return isWide(first, second) ? WIDE_SHIFT : NARROW_SHIFT;
    }

    /** The factor of an input. */
    public static FixedScale inputScale(Quantized input, Quantized other) {
        return FixedPoint.quantizeMultiplier(input.scale() / twiceMax(input, other));
    }

    static FixedScale outputMultiplier(Quantized first, Quantized second, Quantized output) {
        return FixedPoint.quantizeMultiplier(
                twiceMax(first, second) / ((1 << leftShift(first, second)) * output.scale()));
    }

    private static double twiceMax(Quantized first, Quantized second) {
        return 2 * Math.max(first.scale(), second.scale());
    }

    /**
     * The term of an input in the sum, within 32 bits.
     *
     * @param input 0 or 1
     * @param value an element of that input
     */
    public int term(int input, int value) {
        return terms.get(input).of(value);
    }

    @Override
    public long combine(int first, int second) {
        return (long) term(0, first) + term(1, second);
    }

    @Override
    public Requantizer requantizer() {
        return requantizer;
    }

    @Override
    public Range reachable() {
        long lo = 0;
        long hi = 0;
        for (Term term : terms) {
            int atMin = term.of(term.input.type().min());
            int atMax = term.of(term.input.type().max());
            lo += Math.min(atMin, atMax);
            hi += Math.max(atMin, atMax);
        }
        return new Range(lo, hi);
    }

    /**
     * The term of an input.
     *
     * @param function monotone in the element
     */
    record Term(Quantized input, IntUnaryOperator function) {
        /** The element itself, or its negative. */
        static Term plain(Quantized input, boolean negative) {
            return new Term(input, value -> negative ? input.zero() - value : value - input.zero());
        }

        /** The element times a factor. */
        static Term rescaled(Quantized input, int shift, FixedScale scale) {
            return new Term(input, value -> FixedPoint.mbqm((value - input.zero()) << shift, scale));
        }

        int of(int value) {
            return function.applyAsInt(value);
        }
    }
}
