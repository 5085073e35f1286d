package systole.network;

import java.util.Optional;

/**
 * A monotone, non-decreasing integer function per channel, from an accumulator to an output level before the output's
 * zero point is added and the result is clamped.
 *
 * <p>This defines the <em>semantics</em>. Hardware computes it in a form that is proved equal over the reachable range.
 */
@FunctionalInterface
public interface Requantizer {
    /**
     * The level of one accumulator.
     *
     * @param channel output channel, from 0
     * @param accumulator the exact sum, bias included
     * @return the level, not clamped; saturated to 64 bits at most
     */
    long apply(int channel, long accumulator);

    /**
     * The function {@code (accumulator * factor + add) >> shift}.
     *
     * @param factor not negative
     * @param add what is added for accumulators from 0 on, at least 0
     * @param addNegative what is added for negative ones, at least 0 and at most {@code add}
     * @param shift 0 to 62
     */
    record Affine(long factor, long add, long addNegative, int shift) {}

    /** The function of a channel in this form, if it is written so. */
    default Optional<Affine> affine(int channel) {
        return Optional.empty();
    }

    /** A key of the function of a channel: channels of equal keys have the same function. */
    default Object key(int channel) {
        return channel;
    }

    /**
     * The reason why the source's own arithmetic would overflow somewhere in a range of accumulators, so that no exact
     * answer exists. Empty if every value is exact. A network is refused rather than computed differently.
     *
     * @param channel output channel, from 0
     * @param reachable the accumulators that can occur
     */
    default Optional<String> refuse(int channel, Range reachable) {
        return Optional.empty();
    }
}
