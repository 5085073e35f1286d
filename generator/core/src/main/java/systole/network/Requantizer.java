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
