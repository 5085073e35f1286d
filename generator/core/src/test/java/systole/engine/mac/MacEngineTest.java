package systole.engine.mac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import systole.engine.Examples;
import systole.engine.Fold;
import systole.engine.RandomEngines;
import systole.engine.array.DspPacking;
import systole.engine.array.PackedMultiplier;
import systole.engine.array.WeightOrder;
import systole.engine.window.Passes;
import systole.network.IntType;
import systole.network.Window.Placed;
import systole.op.Weights;

class MacEngineTest {
    private static int outPixels(MacEngine unit) {
        return unit.shape().window().outH() * unit.shape().window().outW();
    }

    /** Those that divide the channels and those that pad them. */
    private static List<Fold> all(MacEngine unit) {
        return Stream.concat(dividing(unit).stream(), padding(unit).stream()).toList();
    }

    private static List<Fold> dividing(MacEngine unit) {
        return unit.foldings().stream().map(MacEngine::fold).toList();
    }

    private static List<Fold> padding(MacEngine unit) {
        return unit.paddedFoldings().stream().map(MacEngine::fold).toList();
    }

    @Property
    void everyFoldingIsAnotherOneAndTheLeastIsThere(@ForAll long seed) {
        MacEngine unit = new RandomEngines(seed).mac();
        assertTrue(dividing(unit).contains(new Fold(1, 1)));
        assertEquals(all(unit).size(), new HashSet<>(all(unit)).size());
        int most =
                dividing(unit).stream().mapToInt(f -> f.pe() * f.simd()).max().orElseThrow();
        MacShape shape = unit.shape();
        assertEquals(shape.shared() ? shape.outChannels() / shape.groups() * shape.depth() : shape.outChannels(), most);
    }

    @Property
    void everyFoldingDoesTheSameWork(@ForAll long seed) {
        MacEngine unit = new RandomEngines(seed).mac();
        MacShape shape = unit.shape();
        long products =
                (long) outPixels(unit) * shape.outChannels() * shape.window().taps() * shape.depth();
        for (Fold fold : dividing(unit)) {
            MacEngine folded = unit.withFold(fold);
            int array = fold.pe() * fold.simd();
            assertEquals(
                    products, (long) folded.passes().count() * folded.passes().length() * array);
            assertEquals(products, folded.macs());
            assertEquals(array, folded.multipliers());
            assertEquals(Math.max(products / array, folded.input().beats()), folded.cycles());
        }
    }

    /** What goes in and out fits the passes. */
    @Property
    void streamsFitThePasses(@ForAll long seed) {
        MacEngine unit = new RandomEngines(seed).mac();
        for (Fold fold : all(unit)) {
            MacEngine folded = unit.withFold(fold);
            Passes passes = folded.passes();
            Placed window = folded.shape().window();
            int pixels = window.inH() * window.inW();
            assertEquals(pixels * passes.beats(), folded.windowInput().beats());
            assertEquals(
                    pixels * unit.shape().channels() / folded.shape().inLanes(),
                    folded.input().beats());
            int computed = folded.shape().computedChannels() / folded.chains();
            int dropped = computed - folded.shape().outChannels() / folded.chains();
            assertEquals(
                    (long) passes.count() * passes.outBeats(),
                    folded.output().beats() + (long) outPixels(unit) * dropped);
            assertTrue(dropped < passes.outBeats(), "a pass for nothing");
            assertEquals(0, passes.beats() % passes.groups());
            assertEquals(
                    folded.shape().windowChannels(),
                    passes.beats() * folded.shape().windowLanes());
            assertEquals(0, folded.shape().windowLanes() % folded.shape().inLanes());
            assertEquals(folded.array().words(), passes.count() / outPixels(unit) * passes.length());
        }
    }

    /** A chain puts out a sum a cycle, and a pass has to have put out its sums when the next one's come. */
    @Property
    void theLeastNumberOfChainsThatKeepsUp(@ForAll long seed) {
        MacEngine unit = new RandomEngines(seed).mac();
        for (Fold fold : all(unit)) {
            for (MacEngine folded : unit.withFold(fold).variants()) {
                int length = folded.passes().length();
                assertEquals(0, folded.columns() % folded.chains());
                assertTrue(folded.passes().outBeats() <= length);
                assertTrue(IntStream.range(1, folded.chains())
                        .noneMatch(r -> folded.columns() % r == 0
                                && unit.shape().outChannels() % r == 0
                                && fold.pe() / r <= length));
            }
        }
    }

    /** Each output channel of a group is computed once, by one lane of one column in one pass. */
    @Property
    void everyChannelHasItsPlace(@ForAll long seed) {
        MacEngine unit = new RandomEngines(seed).mac();
        for (Fold fold : all(unit)) {
            for (MacEngine folded : unit.withFold(fold).variants()) {
                List<Integer> channels = IntStream.range(0, folded.shape().computedChannels() / fold.pe())
                        .boxed()
                        .flatMap(pass -> IntStream.range(0, folded.columns())
                                .boxed()
                                .flatMap(column -> IntStream.range(
                                                0, folded.multiplier().lanes())
                                        .mapToObj(lane -> folded.channel(pass, column, lane))))
                        .sorted()
                        .toList();
                assertEquals(
                        IntStream.range(0, folded.shape().computedChannels())
                                .boxed()
                                .toList(),
                        channels);
            }
        }
    }

    /** Folded so, fewer channels or elements at once would take more passes or beats, or be no pairs. */
    @Property
    void paddingPays(@ForAll long seed) {
        MacEngine unit = new RandomEngines(seed).mac();
        for (Fold fold : padding(unit)) {
            MacEngine folded = unit.withFold(fold);
            assertTrue(folded.isPadded());
            int pairs = fold.pe() % 2 == 0 && fold.pe() > 2 ? 2 : 1;
            assertTrue(fold.pe() == 1 || passes(unit, fold.pe() - pairs) > passes(unit, fold.pe()));
            assertTrue(fold.simd() == 1 || beats(unit, fold.simd() - 1) > beats(unit, fold.simd()));
            assertEquals(unit.macs(), folded.macs());
            assertTrue(folded.macs() < folded.multipliers() * folded.cycles());
        }
        dividing(unit).forEach(f -> assertFalse(unit.withFold(f).isPadded()));
    }

    private static int passes(MacEngine unit, int pe) {
        return unit.withFold(new Fold(pe, 1)).shape().computedChannels() / pe;
    }

    private static int beats(MacEngine unit, int simd) {
        return unit.withFold(new Fold(1, simd)).shape().windowChannels() / simd;
    }

    /** Every weight stands where it is read, and 0 where there is no channel. */
    @Property
    void whatPadsIsMultipliedBy0(@ForAll long seed) {
        RandomEngines random = new RandomEngines(seed);
        MacEngine unit = random.convolution(random.type(), random.type());
        Weights weights = unit.weights();
        int depth = unit.shape().depth();
        for (Fold fold : padding(unit)) {
            WeightOrder order = unit.withFold(fold).weightOrder();
            int beats = order.beats(0) / unit.shape().window().taps();
            for (int pass = 0; pass < order.passes(); pass++) {
                for (int beat = 0; beat < order.beats(pass); beat++) {
                    for (int i = 0; i < fold.pe() * fold.simd(); i++) {
                        int place = i / fold.simd();
                        int row = i % fold.simd();
                        int channel = pass * fold.pe() + place;
                        int input = beat % beats * fold.simd() + row;
                        int there = channel < unit.shape().outChannels() && input < depth
                                ? weights.get(channel, beat / beats, input)
                                : 0;
                        assertEquals(there, order.get(pass, beat, row, place));
                    }
                }
            }
        }
    }

    /** 64 to 64 channels, 6 by 6 at once, worked out by hand: 11 passes of 11 beats, two elements a beat come in. */
    @Test
    void aPaddedExample() {
        MacEngine unit = Examples.dense("dense", 64, 64).withFold(new Fold(6, 6));
        assertEquals(121, unit.cycles());
        assertEquals(2, unit.shape().inLanes());
        assertEquals(66, unit.shape().windowChannels());
        assertEquals(66, unit.shape().computedChannels());
        assertEquals(1, unit.chains());
        assertEquals(64, unit.output().elements());
        assertEquals(121, unit.array().words());
        assertEquals(4096, unit.macs());
        assertTrue(padding(unit).contains(new Fold(6, 6)));
        assertFalse(padding(unit).contains(new Fold(7, 33)), "32 at once are two beats, too");
    }

    /** The lower lane's sum, with the bits that its slice and the canary give it, is what it should be. */
    @Property
    void packedLanesComeApart(@ForAll long seed) {
        RandomEngines random = new RandomEngines(seed);
        MacEngine unit = random.convolution(random.type(), random.type());
        for (Fold fold : dividing(unit)) {
            unit.withFold(fold).variants().stream()
                    .filter(v -> v.multiplier().equals(new PackedMultiplier()))
                    .forEach(v -> comesApart(v, random));
        }
    }

    private static void comesApart(MacEngine unit, RandomEngines random) {
        int lane = 25 - unit.array().fieldBits();
        Weights weights = unit.weights();
        for (int pass = 0; pass < unit.shape().outChannels() / unit.fold().pe(); pass++) {
            int low = unit.channel(pass, 0, 0);
            int high = unit.channel(pass, 0, 1);
            long upper = 0;
            long lower = 0;
            long total = 0;
            boolean ends = random.between(0, 1) == 1;
            for (int row = 0; row < unit.fold().simd(); row++) {
                int w0 = weights.get(low, 0, row);
                int w1 = weights.get(high, 0, row);
                IntType x = unit.x();
                int e = ends ? (w0 < 0 ? x.min() : x.max()) : random.between(x.min(), x.max());
                upper += (long) e * w1;
                lower += (long) e * w0;
                total += e * (((long) DspPacking.upper(w1, w0) << lane) + Math.floorMod((long) w0, 1L << lane));
            }
            boolean negative = unit.canary() == 1 ? ((total >> lane ^ upper) & 1) == 1 : (total >> (lane - 1) & 1) == 1;
            assertEquals(lower, Math.floorMod(total, 1L << lane) - (negative ? 1L << lane : 0));
            assertEquals(upper, (total >> lane) + (negative ? 1 : 0));
        }
    }

    /** Eight full products run over a lane of 17 bits, but not over 18; sixteen do. */
    @Test
    void theCanaryComesWhenWeightsAreLarge() {
        int[] counts = {4, 8, 16};
        int[] canaries = {0, 1, -1};
        for (int i = 0; i < counts.length; i++) {
            MacEngine unit = Examples.dense("dense", 32, 2, 127).withFold(new Fold(2, counts[i]));
            int canary = unit.variants().stream()
                    .filter(v -> v.multiplier().equals(new PackedMultiplier()))
                    .mapToInt(MacEngine::canary)
                    .findFirst()
                    .orElse(-1);
            assertEquals(canaries[i], canary, counts[i] + " rows");
        }
    }

    /** Sums at both ends and of a random subset of taps, in exact arithmetic. */
    @Property
    void everySumFitsTheAccumulator(@ForAll long seed) {
        RandomEngines random = new RandomEngines(seed);
        IntType x = random.type();
        IntType w = random.type();
        MacEngine unit = random.convolution(x, w);
        int bits = unit.accBits();
        int least = x.bits() + (x.signed() ? 0 : 1) + w.bits() + (w.signed() ? 0 : 1);
        int widest = least;
        for (int m = 0; m < unit.shape().outChannels(); m++) {
            BigInteger most = sum(unit, m, v -> v < 0 ? x.min() : x.max());
            BigInteger fewest = sum(unit, m, v -> v < 0 ? x.max() : x.min());
            BigInteger some = sum(unit, m, v -> random.between(0, 1) * random.between(x.min(), x.max()));
            // Partial sums of positive terms only, or of negative ones, are the furthest.
            BigInteger positive = sum(unit, m, v -> v < 0 ? Math.min(0, x.min()) : x.max());
            BigInteger negative = sum(unit, m, v -> v < 0 ? x.max() : Math.min(0, x.min()));
            for (BigInteger reached : new BigInteger[] {most, fewest, some, positive, negative}) {
                assertTrue(reached.bitLength() + 1 <= bits, reached + " in " + bits + " bits");
                widest = Math.max(widest, reached.bitLength() + 1);
            }
        }
        assertEquals(widest, bits, "an accumulator wider than any sum");
    }

    private static BigInteger sum(MacEngine unit, int channel, IntUnaryOperator element) {
        Weights weights = unit.weights();
        BigInteger sum = BigInteger.ZERO;
        for (int tap = 0; tap < unit.shape().window().taps(); tap++) {
            for (int i = 0; i < unit.shape().depth(); i++) {
                int w = weights.get(channel, tap, i);
                sum = sum.add(BigInteger.valueOf(w).multiply(BigInteger.valueOf(element.applyAsInt(w))));
            }
        }
        return sum;
    }

    /** 3x3, stride 1, 4 to 6 channels on 5x5, 3 columns by 2 rows, worked out by hand. */
    @Test
    void anExample() {
        MacEngine unit = Examples.convolution().withFold(new Fold(3, 2));
        assertEquals(new Fold(3, 2), unit.fold());
        Passes passes = unit.passes();
        assertEquals(9 * 2, passes.length());
        assertEquals(25 * 2, passes.count());
        assertEquals(900, unit.cycles());
        assertEquals(1, unit.chains());
        assertEquals(3, passes.outBeats());
        assertEquals(36, unit.array().words());
        assertEquals(6, unit.multipliers());
        assertEquals(25L * 9 * 4 * 6, unit.macs());
        assertEquals(2, unit.input().lanes());
        assertEquals(1, unit.output().lanes());
        assertEquals(new IntType(8, true), unit.weights().type());
    }
}
