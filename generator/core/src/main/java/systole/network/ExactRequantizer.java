package systole.network;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The exact product of the sum and {@code input scale * weight scale / output scale}, rounded once, half to even. Every
 * scale is the exact value of its double.
 */
final class ExactRequantizer implements Requantizer {
    /** The least distance from a half, in units of the result, that doubles tell for sure. */
    private static final double SURE = 1e-5;

    /** The largest result for which they do. */
    private static final double SMALL = 1e9;

    private final double[] factors;
    private final BigDecimal[] numerators;
    private final BigDecimal denominator;

    ExactRequantizer(List<Double> weightScales, double inputScale, double outputScale) {
        denominator = new BigDecimal(outputScale);
        numerators = weightScales.stream()
                .map(w -> new BigDecimal(inputScale).multiply(new BigDecimal(w)))
                .toArray(BigDecimal[]::new);
        factors = weightScales.stream()
                .mapToDouble(w -> inputScale * w / outputScale)
                .toArray();
    }

    @Override
    public long apply(int channel, long accumulator) {
        int c = factors.length == 1 ? 0 : channel;
        double near = accumulator * factors[c];
        boolean sure = Math.abs(near) < SMALL && Math.abs(near - Math.floor(near) - 0.5) > SURE;
        return sure
                ? (long) Math.rint(near)
                : exact(BigDecimal.valueOf(accumulator).multiply(numerators[c]));
    }

    /** A quotient rounded half to even, and saturated to 64 bits. */
    private long exact(BigDecimal dividend) {
        BigInteger level =
                dividend.divide(denominator, 0, RoundingMode.HALF_EVEN).toBigInteger();
        boolean fits = level.bitLength() < Long.SIZE;
        return fits ? level.longValue() : level.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    @Override
    public Optional<String> refuse(int channel, Range reachable) {
        return Double.isFinite(factors[factors.length == 1 ? 0 : channel])
                ? Optional.empty()
                : Optional.of("the scale exceeds a double");
    }
}
