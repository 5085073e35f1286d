package systole.engine.lstm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import systole.engine.Divisors;
import systole.engine.Fold;

/** The foldings of an {@link LstmEngine}: any divisor of the rows, with any number of elements that takes fewer beats than less. */
final class LstmFoldings {
    /** An array must work in this share of the cycles, or fewer multipliers are as quick. */
    private static final double LEAST_USE = 0.8;

    private LstmFoldings() {}

    /** Those whose array works most of the time; if there are none, the one whose array does so most. */
    static List<LstmEngine> useful(LstmEngine unit) {
        List<LstmEngine> possible = possible(unit);
        double most = possible.stream().mapToDouble(LstmFoldings::use).max().orElseThrow();
        return possible.stream()
                .filter(u -> use(u) >= Math.min(LEAST_USE, most))
                .toList();
    }

    /** All. */
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

    /** True if fewer elements at once would take more beats. */
    private static boolean isTight(LstmEngine unit) {
        int fewer = unit.fold().simd() - 1;
        return fewer == 0
                || Divisors.ceilDiv(unit.shape().features(), fewer) > unit.xBeats()
                || Divisors.ceilDiv(unit.shape().units(), fewer) > unit.hBeats();
    }

    /** The share of its cycles in which a multiplier does something useful. */
    static double use(LstmEngine unit) {
        return (double) unit.shape().macs()
                / ((double) unit.multipliers() * unit.timing().interval());
    }
}
