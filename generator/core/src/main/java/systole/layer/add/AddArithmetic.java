package systole.layer.add;

import java.util.List;
import java.util.Optional;
import systole.network.FixedPoint;
import systole.network.FixedPoint.Multiplier;
import systole.network.Quantized;
import systole.network.Range;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;
import systole.network.Requantizer;
import systole.network.Requantizers;
import systole.network.TensorType;

/**
 * The exact steps of a sum: {@code y = finish(channel, term(0, x1) + term(1, x2))}. Every step is non-decreasing.
 *
 * <p>Plain: {@code term = x - zero}. Rescaled (TensorFlow Lite 2.18 {@code reference/integer_ops/add.h}): {@code t = 2
 * max(s1, s2)}, {@code term = MBQM((x - zero) << 20, s / t)}, and the sum is scaled by {@code t / (2^20 so)}.
 */
public final class AddArithmetic {
    private static final int LEFT_SHIFT = 20;

    private final List<Term> terms;
    private final Requantizer requantizer;
    private final int outputZero;
    private final Range bounds;

    private AddArithmetic(List<Term> terms, Requantizer requantizer, Add add) {
        this.terms = terms;
        this.requantizer = requantizer;
        this.outputZero = add.output().zero();
        this.bounds = add.activation().bounds(add.output());
    }

    /** The steps of a valid sum. */
    public static AddArithmetic of(Add add, List<TensorType> inputs) {
        Quantized first = inputs.get(0).element();
        Quantized second = inputs.get(1).element();
        double output = add.output().scale();
        if (add.requant().isPresent()) {
            Requantizer requantizer = Requantizers.of(add.requant().get(), first.scale(), output);
            return new AddArithmetic(List.of(Term.plain(first), Term.plain(second)), requantizer, add);
        }
        double twice = twiceMax(first, second);
        Requantizer requantizer =
                Requantizers.of(new Scaled(ScaleRounding.DOUBLE, List.of(1.0)), twice, (1 << LEFT_SHIFT) * output);
        return new AddArithmetic(List.of(Term.rescaled(first, twice), Term.rescaled(second, twice)), requantizer, add);
    }

    static Multiplier outputMultiplier(Quantized first, Quantized second, Quantized output) {
        return FixedPoint.quantizeMultiplier(twiceMax(first, second) / ((1 << LEFT_SHIFT) * output.scale()));
    }

    private static double twiceMax(Quantized first, Quantized second) {
        return 2 * Math.max(first.scale(), second.scale());
    }

    /**
     * What an input contributes to the sum, within 32 bits.
     *
     * @param input 0 or 1
     * @param value an element of that input
     */
    public int term(int input, int value) {
        return terms.get(input).of(value);
    }

    /** The output element of a sum of terms. */
    public int finish(int channel, long sum) {
        return (int) bounds.clamp(requantizer.apply(channel, sum) + outputZero);
    }

    /** From a sum of terms to a level, before the zero point and the limits. */
    public Requantizer requantizer() {
        return requantizer;
    }

    /** The sums of terms that can occur. */
    public Range reachable() {
        long lo = 0;
        long hi = 0;
        for (Term term : terms) {
            lo += term.of(term.input.type().min());
            hi += term.of(term.input.type().max());
        }
        return new Range(lo, hi);
    }

    /** Output integers that remain. */
    public Range bounds() {
        return bounds;
    }

    private record Term(Quantized input, Optional<Multiplier> scale) {
        static Term plain(Quantized input) {
            return new Term(input, Optional.empty());
        }

        static Term rescaled(Quantized input, double twice) {
            return new Term(input, Optional.of(FixedPoint.quantizeMultiplier(input.scale() / twice)));
        }

        int of(int value) {
            int x = value - input.zero();
            return scale.isPresent() ? FixedPoint.mbqm(x << LEFT_SHIFT, scale.get()) : x;
        }
    }
}
