package systole.engine.lstm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import systole.engine.Divisors;
import systole.engine.Fold;

/**
 * The foldings of an {@link LstmEngine}: any divisor of the rows at once, with any number of elements that takes fewer
 * beats than one element less would.
 */
final class LstmFoldings {
    /** An array must work in at least this share of the cycles. Otherwise fewer multipliers would be as quick. */
    private static final double LEAST_USE = 0.8;

    private LstmFoldings() {}

    /** The foldings whose array works most of the time. If there are none, the one whose array works most of all. */
    static List<LstmEngine> useful(LstmEngine unit) {
        List<LstmEngine> possible = possible(unit);
        double most = possible.stream().mapToDouble(LstmFoldings::use).max().orElseThrow();
        return possible.stream()
                .filter(u -> use(u) >= Math.min(LEAST_USE, most))
                .toList();
    }

    /** All foldings. */
    static List<LstmEngine> possible(LstmEngine unit) {
        int most = Math.max(unit.shape().features(), unit.shape().units());
        List<LstmEngine> possible = new ArrayList<>();
        for (int pe : Divisors.of(unit.shape().rows())) {
            IntStream.rangeClosed(1, most)
                    .mapToObj(simd -> unit.withFold(new Fold(pe, simd)))
                    .filter(u -> isTight(u)
                            && u.possibleChains().isPresent()
                            && u.timing().isOrderly())
                    .forEach(possible::add);
        }
        return possible;
    }

    /** True if one element less at a time would take more beats. */
    private static boolean isTight(LstmEngine unit) {
        int fewer = unit.fold().simd() - 1;
        return fewer == 0
                || Divisors.ceilDiv(unit.shape().features(), fewer) > unit.xBeats()
                || Divisors.ceilDiv(unit.shape().units(), fewer) > unit.hBeats();
    }

    /** The share of its cycles in which a multiplier does useful work. */
    static double use(LstmEngine unit) {
        return (double) unit.shape().macs()
                / ((double) unit.multipliers() * unit.timing().interval());
    }
}
