package systole.engine.avgpool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import systole.engine.Divisors;
import systole.engine.RandomEngines;
import systole.engine.window.Passes;

class AvgPoolEngineTest {
    @Property
    void everyFoldingAddsUpEveryWindowOnce(@ForAll long seed) {
        AvgPoolEngine unit = new RandomEngines(seed).averagePooling();
        assertEquals(
                Divisors.of(unit.channels()),
                unit.foldings().stream().map(e -> e.fold().pe()).toList());
        long sums = (long) unit.window().outPixels() * unit.channels();
        for (AvgPoolEngine folded : unit.foldings()) {
            int lanes = folded.fold().pe();
            Passes passes = folded.passes();
            assertEquals(unit.window().taps(), passes.length());
            assertEquals(sums, (long) passes.count() * lanes);
            assertEquals(
                    (long) passes.count() * passes.outBeats(), folded.output().beats());
            assertEquals(
                    (long) unit.window().inPixels() * passes.beats(),
                    folded.input().beats());
            assertEquals(folded.array().words(), passes.count() / unit.window().outPixels() * passes.length());
            assertEquals(List.of(0, 0L), List.of(folded.multipliers(), folded.macs()));
        }
    }

    /** A chain puts out a sum a cycle, and a pass has to have put out its sums when the next one's come. */
    @Property
    void theLeastNumberOfChainsThatKeepsUp(@ForAll long seed) {
        for (AvgPoolEngine folded : new RandomEngines(seed).averagePooling().foldings()) {
            int lanes = folded.fold().pe();
            int length = folded.passes().length();
            int chains = folded.array().chains();
            assertTrue(lanes % chains == 0 && lanes / chains <= length);
            assertTrue(IntStream.range(1, chains).noneMatch(r -> lanes % r == 0 && lanes / r <= length));
        }
    }

    @Property
    void everySumFitsTheAccumulator(@ForAll long seed) {
        AvgPoolEngine unit = new RandomEngines(seed).averagePooling();
        for (int x : new int[] {unit.x().min(), unit.x().max()}) {
            long sum = (long) unit.window().taps() * x;
            assertTrue(BigInteger.valueOf(sum).bitLength() + 1 <= unit.accBits());
        }
    }
}
