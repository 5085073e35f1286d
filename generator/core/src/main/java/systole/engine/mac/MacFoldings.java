package systole.engine.mac;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import systole.engine.Divisors;
import systole.engine.Fold;

/**
 * The foldings of a {@link MacEngine}. Those that divide its channels fill every pass and every beat. The others pad: the
 * last beat of a pixel is filled up with zeros that meet weights of 0, and the last pass over a window computes channels
 * that there are not, whose elements are dropped behind the output FIFO.
 */
final class MacFoldings {
    private MacFoldings() {}

    /** Those that divide the channels. */
    static List<Fold> dividing(MacEngine unit) {
        MacShape shape = unit.shape();
        int depthMultiplier = shape.depthMultiplier();
        if (!shape.shared()) {
            return Divisors.of(shape.outChannels()).stream()
                    .filter(p -> p % depthMultiplier == 0 || depthMultiplier % p == 0)
                    .map(p -> new Fold(p, 1))
                    .toList();
        }
        return Divisors.of(depthMultiplier).stream()
                .flatMap(p -> Divisors.of(shape.depth()).stream().map(s -> new Fold(p, s)))
                .toList();
    }

    /**
     * Those that pad. There are none for grouped convolutions, whose groups would each be padded, and for depthwise ones
     * of several channels for each input.
     */
    static List<Fold> padding(MacEngine unit) {
        MacShape shape = unit.shape();
        if (shape.shared() ? shape.groups() > 1 : shape.depthMultiplier() > 1) {
            return List.of();
        }
        List<Integer> simd = shape.shared() ? tight(shape.channels(), 1) : List.of(1);
        List<Fold> folds = new ArrayList<>();
        for (int pe : paired(shape.outChannels(), shape.shared())) {
            simd.stream()
                    .map(s -> new Fold(pe, s))
                    .filter(f -> unit.withFold(f).isPadded()
                            && unit.withFold(f).possibleChains().isPresent())
                    .forEach(folds::add);
        }
        return folds;
    }

    /** Channels at once: the fewest for their passes, and the fewest that make pairs, for those share a DSP slice. */
    private static List<Integer> paired(int channels, boolean pairs) {
        return IntStream.concat(
                        tight(channels, 1).stream().mapToInt(p -> p),
                        tight(channels, pairs ? 2 : 1).stream().mapToInt(p -> p))
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }

    /** The multiples of a step, up to n, of which fewer at once would take more rounds for n. */
    private static List<Integer> tight(int n, int step) {
        return IntStream.rangeClosed(1, n)
                .filter(p -> p % step == 0 && (p == step || Divisors.ceilDiv(n, p - step) > Divisors.ceilDiv(n, p)))
                .boxed()
                .toList();
    }
}
