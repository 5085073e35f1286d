package systole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.engine.concat.ConcatEngine;
import systole.engine.mac.MacEngine;
import systole.engine.maxpool.MaxPoolEngine;
import systole.engine.pad.PadEngine;
import systole.engine.repeat.RepeatEngine;
import systole.network.IntType;
import systole.network.Padding.Explicit;
import systole.network.Shape;
import systole.style.streaming.wiring.WidthUnit;
import systole.target.resource.ResourceKind;
import systole.target.resource.ResourceVector;

class EnginesTest {
    @Property
    void maxPoolingInAnyNumberOfLanes(@ForAll long seed) {
        MaxPoolEngine unit = new RandomEngines(seed).maxPool();
        long beats = (long) unit.window().inH() * unit.window().inW() * unit.channels();
        long taps = (long) unit.window().outH()
                * unit.window().outW()
                * unit.channels()
                * unit.window().taps();
        for (MaxPoolEngine folded : unit.foldings()) {
            assertEquals(Math.max(taps, beats) / folded.fold().pe(), folded.cycles());
            assertEquals(folded.passes().count(), folded.output().beats());
        }
    }

    @Test
    void paddingNeverWins() {
        MaxPoolEngine signed = Examples.maxPool("max", 4, 2);
        assertEquals(-128, signed.padValue());
        assertEquals(0, new MaxPoolEngine("max", signed.window(), 2, IntType.UINT8).padValue());
    }

    @Test
    void lanesDivideWhatAnEngineAllows() {
        Shape shape = Shape.of(3, 2, 12);
        List<Integer> lanes = lanes(Examples.add("sum", shape, 1));
        assertEquals(List.of(1, 2, 3, 4, 6, 12), lanes);
        assertEquals(72 / 4, Examples.add("sum", shape, 4).cycles());
        ConcatEngine concat = new ConcatEngine("both", List.of(8, 12), IntType.INT8, 6, new Fold(4, 1));
        assertEquals(List.of(1, 2, 4), lanes(concat));
        assertEquals(120 / 4, concat.cycles());
        assertEquals(
                List.of(12, 18), concat.inputs().stream().map(BeatStream::beats).toList());
    }

    private static List<Integer> lanes(LaneEngine engine) {
        return engine.foldings().stream().map(e -> ((LaneEngine) e).fold().pe()).toList();
    }

    @Test
    void padGrowsTheFrame() {
        PadEngine pad =
                new PadEngine("pad", Shape.of(3, 2, 4), IntType.INT8, new Explicit(1, 2, 3, 0), 0, new Fold(2, 1));
        assertEquals(3 * 2 * 2, pad.input().beats());
        assertEquals(6 * 5 * 2, pad.cycles());
    }

    @Test
    void aRepeaterHoldsABlockAndWhatComesNext() {
        RepeatEngine unit = RepeatEngine.of("rows", IntType.INT8, 6, 24, 3, 5);
        assertEquals(24 * 5, unit.input().beats());
        assertEquals(24 * 5 * 3, unit.cycles());
        assertEquals(List.of(1, 2, 3, 6), lanes(unit));
        assertEquals(8, unit.withFold(new Fold(3, 1)).blockBeats());
        assertEquals(10, unit.withFold(new Fold(3, 1)).depth());
    }

    @ParameterizedTest
    @CsvSource({"2, 6, true, 3", "6, 2, false, 3"})
    void widthsInAWholeRatio(int from, int to, boolean widens, int ratio) {
        WidthUnit unit = new WidthUnit("x", new BeatStream(from, IntType.INT8, 36), to);
        assertEquals(widens, unit.widens());
        assertEquals(ratio, unit.ratio());
        assertEquals(to, unit.outputs().get(0).lanes());
    }

    @Test
    void noOtherWidths() {
        BeatStream four = new BeatStream(4, IntType.INT8, 36);
        assertThrows(IllegalArgumentException.class, () -> new WidthUnit("x", four, 6));
        assertThrows(IllegalArgumentException.class, () -> new WidthUnit("x", four, 4));
        assertThrows(IllegalArgumentException.class, () -> new BeatStream(5, IntType.INT8, 36));
    }

    @Property
    void costsAddUp(@ForAll long seed) {
        RandomEngines random = new RandomEngines(seed);
        MacEngine unit = random.folded(random.mac());
        ResourceVector cost = unit.cost();
        assertTrue(cost.dsp() >= unit.multipliers());
        assertEquals(
                ResourceVector.dsps(3 * cost.dsp())
                        .plus(ResourceVector.luts(3 * cost.lut()))
                        .plus(ResourceVector.of(ResourceKind.RAMB18, 3 * cost.ramb18())),
                cost.times(2).plus(cost));
    }
}
