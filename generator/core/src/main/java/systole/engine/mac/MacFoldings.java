package systole.engine.mac;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import systole.engine.Divisors;
import systole.engine.Fold;

/**
 * The foldings of a {@link MacEngine}. Those that divide its channels fill every pass and every beat. The others pad.
 * They fill the last beat of a pixel with zeros, which meet weights of 0. Their last pass over a window also computes
 * channels that do not exist, and the elements of these are dropped behind the output FIFO.
 */
final class MacFoldings {
    private MacFoldings() {}

    /** The foldings that divide the channels. */
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
     * The foldings that pad. There are none for grouped convolutions, because each group would be padded, and for depthwise
     * convolutions with several output channels for each input channel.
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

    /**
     * The numbers of channels to compute at once. Each is the fewest for its number of passes, or the fewest even
     * number of channels, because pairs can share a DSP slice.
     */
    private static List<Integer> paired(int channels, boolean pairs) {
        return IntStream.concat(
                        tight(channels, 1).stream().mapToInt(p -> p),
                        tight(channels, pairs ? 2 : 1).stream().mapToInt(p -> p))
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }

    /** The multiples of a step up to n for which one step less would take more rounds for n. */
    private static List<Integer> tight(int n, int step) {
        return IntStream.rangeClosed(1, n)
                .filter(p -> p % step == 0 && (p == step || Divisors.ceilDiv(n, p - step) > Divisors.ceilDiv(n, p)))
                .boxed()
                .toList();
    }
}
