package systole.network;

import java.util.List;
import java.util.Optional;
import systole.network.FixedPoint.FixedScale;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;

/**
 * The roundings of TensorFlow Lite: a 32-bit multiplier and a shift per channel, in 32-bit arithmetic, or in 64-bit
 * arithmetic where the multiplier is reduced.
 */
record FixedPointRequantizer(ScaleRounding rounding, List<FixedScale> multipliers) implements Requantizer {
    /** The largest level, which leaves room for any zero point, because the source adds it in 32 bits. */
    private static final long MAX_LEVEL = Integer.MAX_VALUE - 0xffffL;

    /** The largest exponent and the most bits of an accumulator that the source allows for a reduced multiplier. */
    private static final int REDUCED_EXPONENT = 7;

    private static final int REDUCED_BITS = 48;
    private static final int MANTISSA_BITS = 31;

    static Requantizer of(Scaled scaled, double inputScale, double outputScale, boolean floatProduct) {
        return new FixedPointRequantizer(
                scaled.rounding(),
                scaled.weightScales().stream()
                        .map(w -> floatProduct ? (double) (float) (inputScale * w) : inputScale * w)
                        .map(product -> FixedPoint.quantizeMultiplier(product / outputScale))
                        .toList());
    }

    @Override
    public long apply(int channel, long accumulator) {
        FixedScale d = multiplier(channel);
        if (rounding == ScaleRounding.REDUCED) {
            return FixedPoint.mbqm64(accumulator, d);
        }
        int x = (int) accumulator;
        return switch (rounding) {
            case DOUBLE -> FixedPoint.mbqm(x, d);
            case HALF_UP ->
                FixedPoint.halfUp(
                        FixedPoint.srdhm(x << Math.max(d.exponent(), 0), d.mantissa()), Math.max(-d.exponent(), 0));
            default -> FixedPoint.halfUp((long) x * d.mantissa(), 31 - d.exponent());
        };
    }

    /**
     * With two roundings, the first one is half up, and the second one adds a half, less 1 for negative numbers. Both
     * are one addition to the product.
     */
    @Override
    public Optional<Affine> affine(int channel) {
        FixedScale d = multiplier(channel);
        if (rounding == ScaleRounding.REDUCED) {
            int shift = FixedPoint.REDUCED_BITS - d.exponent();
            long half = 1L << (shift - 1);
            return Optional.of(new Affine(FixedPoint.reduced(d), half, half, shift));
        }
        if (rounding != ScaleRounding.DOUBLE || d.exponent() > 0 || d.mantissa() < 0) {
            return Optional.empty();
        }
        int second = -d.exponent();
        long first = 1L << (MANTISSA_BITS - 1);
        long add = second == 0 ? first : first + (1L << (MANTISSA_BITS + second - 1));
        long less = second == 0 ? 0 : 1L << MANTISSA_BITS;
        return Optional.of(new Affine(d.mantissa(), add, add - less, MANTISSA_BITS + second));
    }

    @Override
    public Object key(int channel) {
        return multiplier(channel);
    }

    @Override
    public Optional<String> refuse(int channel, Range reachable) {
        if (rounding == ScaleRounding.REDUCED) {
            return refuseReduced(channel, reachable);
        }
        if (!FixedPoint.isInt32(reachable)) {
            return Optional.of("the accumulator reaches " + reachable + ", beyond 32 bits");
        }
        int exponent = multiplier(channel).exponent();
        if (exponent > 30 || (rounding != ScaleRounding.SINGLE && overflows(reachable, Math.max(exponent, 0)))) {
            return Optional.of(
                    "the accumulator reaches " + reachable + ", beyond 32 bits if shifted left by " + exponent);
        }
        return refuseLevels(channel, reachable);
    }

    private Optional<String> refuseReduced(int channel, Range reachable) {
        if (reachable.signedBits() > REDUCED_BITS) {
            return Optional.of("the accumulator reaches " + reachable + ", beyond " + REDUCED_BITS + " bits");
        }
        if (multiplier(channel).exponent() > REDUCED_EXPONENT) {
            return Optional.of("the accumulator is scaled up, by more than 2^" + REDUCED_EXPONENT);
        }
        return refuseLevels(channel, reachable);
    }

    private Optional<String> refuseLevels(int channel, Range reachable) {
        return apply(channel, reachable.lo()) < -MAX_LEVEL || apply(channel, reachable.hi()) > MAX_LEVEL
                ? Optional.of("the scaled accumulator exceeds 32 bits")
                : Optional.empty();
    }

    private static boolean overflows(Range range, int shift) {
        return !FixedPoint.isInt32(new Range(range.lo() << shift, range.hi() << shift));
    }

    private FixedScale multiplier(int channel) {
        return multipliers.get(multipliers.size() == 1 ? 0 : channel);
    }
}
