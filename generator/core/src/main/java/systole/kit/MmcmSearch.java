package systole.kit;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/**
 * Chooses the settings of an MMCM. The clock is never quicker than asked for, and as near to it as possible. Of equally
 * near settings, those without fractions win, then those with the quickest phase detector, then those with the quickest
 * oscillator, because these have the least jitter.
 */
final class MmcmSearch {
    /** The clock may be slower than asked for by this share. */
    private static final double TOLERANCE = 0.02;

    private static final Comparator<Mmcm> BEST = Comparator.<Mmcm>comparingDouble(m -> -m.outHz())
            .thenComparing(m -> !m.whole())
            .thenComparingInt(Mmcm::divide)
            .thenComparingDouble(m -> -m.vcoHz());

    private MmcmSearch() {}

    /**
     * The best settings.
     *
     * @param part the full part, whose speed grade sets the limits
     * @param inMhz the available clock
     * @param mhz the requested clock
     * @throws RefusedException if no settings come within a fiftieth of it
     */
    static Mmcm choose(String part, double inMhz, double mhz) {
        return best(part, Math.round(inMhz * 1e6), mhz * 1e6)
                .filter(m -> m.outHz() >= (1 - TOLERANCE) * mhz * 1e6)
                .orElseThrow(() -> refusal(inMhz, mhz));
    }

    private static Optional<Mmcm> best(String part, long inHz, double hz) {
        MmcmLimits limits = MmcmLimits.of(part);
        return IntStream.rangeClosed(1, MmcmLimits.DIVIDE_MAX)
                .boxed()
                .flatMap(divide -> IntStream.rangeClosed(MmcmLimits.MULTIPLY8_MIN, MmcmLimits.MULTIPLY8_MAX)
                        .boxed()
                        .flatMap(multiply -> settings(inHz, multiply, divide, hz)))
                .filter(limits::allow)
                .min(BEST);
    }

    /** The settings with the smallest output divider that does not make the clock too quick. */
    private static Stream<Mmcm> settings(long inHz, int multiply8, int divide, double hz) {
        int least = (int) Math.ceil((double) (inHz * multiply8) / (divide * hz) - 1e-9);
        int output8 = least <= 8 ? 8 : Math.max(16, least);
        return Stream.of(new Mmcm(inHz, multiply8, divide, output8));
    }

    private static RefusedException refusal(double inMhz, double mhz) {
        return RefusedException.of(
                SourceRef.NONE,
                String.format(
                        Locale.ROOT,
                        "no clock manager makes %s MHz, or a little less, from the board's %s MHz",
                        Decimals.of(mhz),
                        Decimals.of(inMhz)),
                String.format(
                        Locale.ROOT,
                        "choose another --clock: %.2f to %.0f MHz",
                        MmcmLimits.OUT_MIN / 1e6,
                        MmcmLimits.OUT_MAX / 1e6));
    }
}
