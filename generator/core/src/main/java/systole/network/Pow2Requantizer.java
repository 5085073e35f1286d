package systole.network;

import systole.network.Requantization.Pow2;

/** {@code x / 2^shift}, rounded: fixed-point arithmetic. Exact for every 63-bit accumulator. */
record Pow2Requantizer(Pow2 pow2) implements Requantizer {
    @Override
    public long apply(int channel, long accumulator) {
        int shift = pow2.shift().get(pow2.shift().size() == 1 ? 0 : channel);
        return switch (pow2.rounding()) {
            case FLOOR -> accumulator >> shift;
            case HALF_UP -> FixedPoint.halfUp(accumulator, shift);
            case HALF_EVEN -> FixedPoint.halfEven(accumulator, shift);
            case HALF_AWAY -> FixedPoint.halfAway(accumulator, shift);
        };
    }
}
