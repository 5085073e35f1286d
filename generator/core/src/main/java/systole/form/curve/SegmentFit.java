package systole.form.curve;

import java.util.Optional;
import java.util.function.IntUnaryOperator;
import systole.network.IntTensor;
import systole.network.Range;

/**
 * Fits segments to a function. For a slope s, a point of height y at place t needs the base
 * {@code d = y * 2^fraction - s * t}. If the values d of a segment span less than {@code 2^(fraction + w)}, there is a
 * base for which corrections of w bits are enough. Therefore the slope with the smallest span is chosen.
 */
record SegmentFit(IntUnaryOperator f, boolean mirrored, int mirror) {
    private static final int LUTS_PER_RAMB18 = 96;
    private static final int RAMB18_BITS = 1 << 14;

    /** A slope, the greatest base that a point needs with it, and the span of the needed bases. */
    private record Fit(int slope, long most, long span) {}

    /**
     * The segments of one length. Empty if the corrections would be wider than {@code maxRest}.
     */
    Optional<Segments> of(int factor, int bits, int maxRest) {
        int fraction = bits + 1;
        int arguments = mirrored ? 1 << 15 : 1 << 16;
        int count = ((factor * (arguments - 1)) >> bits) + 1;
        Fit[] fits = new Fit[count];
        long span = 0;
        for (int s = 0; s < count; s++) {
            fits[s] = best(factor, bits, fraction, s, maxRest >= Short.SIZE);
            span = Math.max(span, fits[s].span());
        }
        int rest = Math.max(0, new Range(0, span).signedBits() - 1 - fraction);
        return rest > maxRest || (rest > 0 && factor > 1)
                ? Optional.empty()
                : Optional.of(made(factor, bits, fraction, fits, rest, arguments));
    }

    /** The least argument at or after a place. */
    private static int from(int a, int factor) {
        return (a + factor - 1) / factor;
    }

    private int height(int index) {
        return f.applyAsInt(mirrored ? index : index + Short.MIN_VALUE);
    }

    /** @param rough whether a slope of 0 may be better than those near the chord */
    private Fit best(int factor, int bits, int fraction, int segment, boolean rough) {
        int arguments = mirrored ? 1 << 15 : 1 << 16;
        int from = from(segment << bits, factor);
        int to = Math.min(arguments, from((segment + 1) << bits, factor));
        if (to - from < 2) {
            return fit(from, to, factor, bits, fraction, segment, 0);
        }
        long rise = (long) (height(to - 1) - height(from)) << fraction;
        int chord = (int) Math.floorDiv(rise, (long) factor * (to - 1 - from));
        int reach = Math.max(2, (4 << fraction) >> bits);
        Fit flat = fit(from, to, factor, bits, fraction, segment, 0);
        Fit best = fit(from, to, factor, bits, fraction, segment, chord);
        for (int slope = chord - reach; slope <= chord + reach; slope++) {
            Fit other = fit(from, to, factor, bits, fraction, segment, slope);
            best = other.span() < best.span() ? other : best;
        }
        return rough && flat.span() < best.span() ? flat : best;
    }

    private Fit fit(int from, int to, int factor, int bits, int fraction, int segment, int slope) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int index = from; index < to; index++) {
            long d = ((long) height(index) << fraction) - (long) slope * (factor * index - (segment << bits));
            least = Math.min(least, d);
            most = Math.max(most, d);
        }
        return from >= to ? new Fit(0, 0, 0) : new Fit(slope, most, most - least);
    }

    private Segments made(int factor, int bits, int fraction, Fit[] fits, int restBits, int arguments) {
        int[] base = new int[fits.length];
        int[] slope = new int[fits.length];
        for (int s = 0; s < fits.length; s++) {
            slope[s] = fits[s].slope();
            base[s] = (int) (fits[s].most() - (((1L << restBits) - 1) << fraction));
        }
        int[] rest = new int[restBits == 0 ? 0 : arguments];
        for (int a = 0; a < rest.length; a++) {
            int s = a >> bits;
            rest[a] = height(a) - ((base[s] + slope[s] * (a & ((1 << bits) - 1))) >> fraction);
        }
        return new Segments(
                mirrored,
                mirror,
                factor,
                bits,
                fraction,
                IntTensor.vector(base),
                IntTensor.vector(slope),
                restBits,
                IntTensor.vector(rest));
    }

    /** The approximate cost of a form in LUTs, with block RAM converted into LUTs. */
    static int luts(Segments curve) {
        int segments = curve.base().size();
        int width = curve.baseBits() + curve.slopeBits();
        int table = Math.min(
                width * ((segments + 31) / 32) / 2,
                LUTS_PER_RAMB18 * ((segments * width + RAMB18_BITS - 1) / RAMB18_BITS));
        int rest = LUTS_PER_RAMB18 * ((curve.rest().size() * curve.restBits() + RAMB18_BITS - 1) / RAMB18_BITS);
        return table + rest + (curve.factor() == 1 ? 0 : 18);
    }
}
