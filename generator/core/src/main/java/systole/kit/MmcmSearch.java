package systole.kit;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/**
 * Chooses the settings of an MMCM: never quicker than asked for, and as near as can be. Of equally near ones, those
 * without fractions, then those with the quickest phase detector, then with the quickest oscillator: these have the
 * least jitter.
 */
final class MmcmSearch {
    /** The clock may be that much slower than asked for. */
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
     * @param inMhz the clock that there is
     * @param mhz the clock that is asked for
     * @throws RefusedException if there are none within a fiftieth
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

    /** With the smallest output divider that is not too quick. */
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
