package systole.style.streaming.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import systole.design.Prediction;
import systole.engine.BeatStream;
import systole.engine.Engine;
import systole.engine.Examples;
import systole.engine.Fold;
import systole.engine.RandomEngines;
import systole.engine.Unit;
import systole.engine.concat.ConcatEngine;
import systole.engine.mac.MacEngine;
import systole.engine.pad.PadEngine;
import systole.engine.repeat.RepeatEngine;
import systole.engine.window.WindowedEngine;
import systole.network.IntType;
import systole.network.Padding.Explicit;
import systole.network.Shape;
import systole.style.streaming.schedule.ScheduleModel.Run;
import systole.style.streaming.wiring.FifoUnit;
import systole.style.streaming.wiring.ForkUnit;
import systole.style.streaming.wiring.Stage;
import systole.style.streaming.wiring.WidthUnit;
import systole.style.streaming.wiring.Wiring;

class ScheduleModelTest {
    private static final int FRAMES = 8;

    private static Stage stage(Unit unit, String... sources) {
        return new Stage(unit, List.of(sources), List.of(unit.name()));
    }

    private static Wiring wiring(String output, Stage... stages) {
        return new Wiring("image", output, List.of(stages));
    }

    private static double interval(Wiring wiring) {
        return ScheduleModel.run(wiring, FRAMES).prediction().interval();
    }

    /** The engine with the ring that it needs at its own pace. */
    private static WindowedEngine sized(WindowedEngine engine) {
        Wiring alone = wiring(engine.name(), stage(engine, "image"));
        Run run = ScheduleModel.unbounded(alone, FRAMES, engine.cycles());
        return engine.withRing(Math.max(engine.passes().leastRing(), run.peaks().get(engine.name()) + 1));
    }

    /** Neither credits nor the ring nor the ends of rows and frames cost a cycle. */
    @Property
    void anArrayAloneTakesItsCycles(@ForAll long seed) {
        RandomEngines random = new RandomEngines(seed);
        MacEngine unit = random.folded(random.mac());
        assertEquals(
                (double) unit.cycles(), interval(wiring(unit.name(), stage(sized(unit), "image"))), unit.toString());
    }

    @Property
    void aPoolingAloneTakesItsCycles(@ForAll long seed) {
        RandomEngines random = new RandomEngines(seed);
        WindowedEngine unit = random.folded(random.maxPool());
        assertEquals(
                (double) unit.cycles(), interval(wiring(unit.name(), stage(sized(unit), "image"))), unit.toString());
    }

    /** A ring in which no window ever stands whole. */
    @Test
    void aRingTooSmallDeadlocks() {
        WindowedEngine conv = Examples.convolution();
        int least = conv.passes().leastRing();
        assertTrue(interval(wiring("conv", stage(conv.withRing(least), "image"))) >= conv.cycles());
        assertThrows(
                IllegalStateException.class, () -> interval(wiring("conv", stage(conv.withRing(least - 1), "image"))));
    }

    @Test
    void enginesInARowRunAtTheSlowestOnesPace() {
        MacEngine first = (MacEngine) sized(Examples.convolution("first", 5, 2, 4));
        WindowedEngine second = sized(Examples.convolution("second", 5, 4, 6).withFold(new Fold(2, 1)));
        Wiring row = wiring("second", stage(first, "image"), stage(second, "first"));
        assertEquals(25 * 9 * 2 * 4, first.cycles());
        assertEquals(25 * 9 * 4 * 3, second.cycles());
        assertEquals(2700, interval(row));
    }

    /** The latency of a clamp is none, and a frame takes a cycle for each beat. */
    @Test
    void unitsWithoutStorageTakeNoTime() {
        Shape shape = Shape.of(2, 3, 4);
        Wiring two =
                wiring("b", stage(Examples.clamp("a", shape, 2), "image"), stage(Examples.clamp("b", shape, 2), "a"));
        Prediction prediction = ScheduleModel.run(two, FRAMES).prediction();
        assertEquals(12, prediction.interval());
        assertEquals(11, prediction.latency());
    }

    @Test
    void widthsRunAtTheNarrowSide() {
        BeatStream wide = new BeatStream(4, IntType.INT8, 48);
        Wiring narrowed = wiring("x", stage(new WidthUnit("x", wide, 1), "image"));
        Wiring widened = wiring("x", stage(new WidthUnit("x", new BeatStream(2, IntType.INT8, 48), 4), "image"));
        assertEquals(48, interval(narrowed));
        assertEquals(24, interval(widened));
    }

    @Test
    void aBorderIsPutAroundAtOneBeatACycle() {
        PadEngine pad =
                new PadEngine("pad", Shape.of(3, 2, 4), IntType.INT8, new Explicit(1, 2, 3, 0), 0, new Fold(2, 1));
        assertEquals((double) pad.cycles(), interval(wiring("pad", stage(pad, "image"))));
    }

    @Property(tries = 100)
    void aRepeaterAloneTakesACycleForEachBeat(@ForAll long seed) {
        Random random = new Random(seed);
        int channels = 1 + random.nextInt(3);
        RepeatEngine unit = RepeatEngine.of(
                "twice",
                IntType.INT8,
                channels,
                channels * (1 + random.nextInt(4)),
                2 + random.nextInt(3),
                1 + random.nextInt(5));
        assertEquals((double) unit.cycles(), interval(wiring("twice", stage(unit, "image"))), unit.toString());
    }

    /** A convolution on one branch, nothing on the other: its FIFO bridges the convolution's latency. */
    private static Wiring diamond(int depth) {
        Shape shape = Shape.of(6, 6, 2);
        BeatStream stream = new BeatStream(1, IntType.INT8, 72);
        WindowedEngine conv = sized(Examples.convolution("conv", 6, 2, 2));
        return wiring(
                "sum",
                new Stage(new ForkUnit("fork", stream, 2), List.of("image"), List.of("left", "right")),
                stage(new FifoUnit("short", stream, 2), "left"),
                stage(new FifoUnit("long", stream, depth), "right"),
                stage(conv, "short"),
                stage(Examples.add("sum", shape, 1), "conv", "long"));
    }

    private static long slowest(Wiring wiring) {
        return wiring.stages().stream()
                .map(Stage::unit)
                .filter(Engine.class::isInstance)
                .mapToLong(u -> ((Engine) u).cycles())
                .max()
                .orElseThrow();
    }

    @Test
    void pathsThatMeetAgainNeedAFifoAndTheModelTellsHowDeep() {
        Wiring shallow = diamond(2);
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> interval(shallow));
        assertTrue(e.getMessage().startsWith("the plan's storage is too small: it deadlocks after "), e.getMessage());

        long pace = slowest(shallow);
        int capacity = ScheduleModel.unbounded(shallow, FRAMES, pace).peaks().get("long");
        int depth = FifoUnit.ofCapacity("long", new BeatStream(1, IntType.INT8, 72), capacity)
                .depth();
        assertEquals((double) pace, interval(diamond(depth)));
        // One beat may wait in front of the fork instead.
        assertTrue(losesPaceOrDeadlocks(diamond(depth - 2), pace), "a FIFO less deep than " + depth);
    }

    private static boolean losesPaceOrDeadlocks(Wiring wiring, long pace) {
        try {
            return interval(wiring) > pace;
        } catch (IllegalStateException deadlock) {
            return true;
        }
    }

    /** One channel of each in turn: neither path may run ahead, and no cycle is lost. */
    @Test
    void aConcatenationTakesItsInputsInTurn() {
        BeatStream stream = new BeatStream(1, IntType.INT8, 72);
        ConcatEngine concat = new ConcatEngine("both", List.of(2, 2), IntType.INT8, 36, new Fold(1, 1));
        Wiring both = wiring(
                "both",
                new Stage(new ForkUnit("fork", stream, 2), List.of("image"), List.of("left", "right")),
                stage(new FifoUnit("a", stream, 2), "left"),
                stage(new FifoUnit("b", stream, 2), "right"),
                stage(concat, "a", "b"));
        assertEquals(144, concat.cycles());
        assertEquals(144, interval(both));
    }

    /** Eight beats in, a cycle each; the last one's way through window, array and FIFO. */
    @Test
    void latencyCountsFromTheFirstBeatInToTheLastBeatOut() {
        MacEngine dense = Examples.dense("dense", 8, 1);
        Prediction prediction = ScheduleModel.run(wiring("dense", stage(dense, "image")), FRAMES)
                .prediction();
        assertEquals(8, prediction.interval());
        assertEquals(7 + dense.passes().issueToFifo() + 2, prediction.latency());
    }
}
