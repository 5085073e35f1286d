package systole.network;

import java.util.List;
import java.util.Optional;
import systole.network.FixedPoint.FixedScale;
import systole.network.Requantization.ScaleRounding;
import systole.network.Requantization.Scaled;

/** The roundings of TensorFlow Lite: a 32-bit multiplier and a shift per channel, in 32-bit arithmetic. */
record FixedPointRequantizer(ScaleRounding rounding, List<FixedScale> multipliers) implements Requantizer {
    /** The largest level, which leaves room for any zero point, because the source adds it in 32 bits. */
    private static final long MAX_LEVEL = Integer.MAX_VALUE - 0xffffL;

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
        int x = (int) accumulator;
        return switch (rounding) {
            case DOUBLE -> FixedPoint.mbqm(x, d);
            case HALF_UP ->
                FixedPoint.halfUp(
                        FixedPoint.srdhm(x << Math.max(d.exponent(), 0), d.mantissa()), Math.max(-d.exponent(), 0));
            default -> FixedPoint.halfUp((long) x * d.mantissa(), 31 - d.exponent());
        };
    }

    @Override
    public Optional<String> refuse(int channel, Range reachable) {
        if (!FixedPoint.isInt32(reachable)) {
            return Optional.of("the accumulator reaches " + reachable + ", beyond 32 bits");
        }
        int exponent = multiplier(channel).exponent();
        if (exponent > 30 || (rounding != ScaleRounding.SINGLE && overflows(reachable, Math.max(exponent, 0)))) {
            return Optional.of(
                    "the accumulator reaches " + reachable + ", beyond 32 bits if shifted left by " + exponent);
        }
        if (apply(channel, reachable.lo()) < -MAX_LEVEL || apply(channel, reachable.hi()) > MAX_LEVEL) {
            return Optional.of("the scaled accumulator exceeds 32 bits");
        }
        return Optional.empty();
    }

    private static boolean overflows(Range range, int shift) {
        return !FixedPoint.isInt32(new Range(range.lo() << shift, range.hi() << shift));
    }

    private FixedScale multiplier(int channel) {
        return multipliers.get(multipliers.size() == 1 ? 0 : channel);
    }
}
