package systole.style.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import systole.engine.Engine;
import systole.engine.Examples;
import systole.engine.Fold;
import systole.engine.Unit;
import systole.engine.pad.PadEngine;
import systole.engine.window.WindowedEngine;
import systole.network.IntType;
import systole.network.Padding.Explicit;
import systole.network.Shape;
import systole.style.streaming.schedule.ScheduleModel;
import systole.style.streaming.wiring.Connect;
import systole.style.streaming.wiring.FifoUnit;
import systole.style.streaming.wiring.Stage;
import systole.style.streaming.wiring.Wiring;

class SizeStorageTest {
    private static Wiring sized(Wiring wiring) {
        return new SizeStorage().run(new Connect().run(wiring)).wiring();
    }

    private static long slowest(Wiring wiring) {
        return wiring.stages().stream()
                .map(Stage::unit)
                .filter(Engine.class::isInstance)
                .mapToLong(u -> ((Engine) u).cycles())
                .max()
                .orElseThrow();
    }

    /** The slowest engine sets the pace, whatever graph it stands in. */
    @Property(tries = 60)
    void whateverTheGraphTheSlowestEngineSetsThePace(@ForAll long seed) {
        Wiring wiring = sized(RandomWirings.of(seed));
        long pace = slowest(wiring);
        double interval = ScheduleModel.run(wiring, 8).prediction().interval();
        assertTrue(interval <= 1.01 * pace + 3, interval + " for " + pace);
    }

    /** A border leaves its input alone for rows, and then reads a burst: a FIFO collects that meanwhile. */
    @Test
    void aBorderDoesNotHoldUpTheEngineBeforeIt() {
        Shape shape = Shape.of(6, 6, 4);
        PadEngine pad = new PadEngine("pad", shape, IntType.INT8, new Explicit(3, 3, 3, 3), 0, new Fold(1, 1));
        Wiring wiring = sized(new Wiring(
                "image",
                "second",
                List.of(
                        new Stage(Examples.convolution("first", 6, 3, 4), List.of("image"), List.of("first")),
                        new Stage(pad, List.of("first"), List.of("pad")),
                        new Stage(
                                Examples.convolution("second", 12, 4, 1).withFold(new Fold(1, 2)),
                                List.of("pad"),
                                List.of("second")))));
        assertEquals(
                (double) slowest(wiring),
                ScheduleModel.run(wiring, 8).prediction().interval());
    }

    @Property(tries = 60)
    void ringsAndFifosHoldAtLeastWhatTheyMust(@ForAll long seed) {
        for (Stage stage : sized(RandomWirings.of(seed)).stages()) {
            if (stage.unit() instanceof WindowedEngine w && !w.passes().direct()) {
                assertTrue(w.passes().ring() >= w.passes().leastRing());
            }
            if (stage.unit() instanceof FifoUnit f) {
                assertTrue(f.depth() >= 2);
            }
        }
    }

    /** Storage changes, and nothing else. */
    @Test
    void everythingElseStays() {
        Wiring connected = new Connect().run(RandomWirings.of(1));
        Wiring sized = new SizeStorage().run(connected).wiring();
        assertEquals(
                connected.stages().stream()
                        .map(s -> s.sources() + " " + s.sinks())
                        .toList(),
                sized.stages().stream().map(s -> s.sources() + " " + s.sinks()).toList());
    }

    /** The shortcut of a residual block waits for the block's two rows and a bit; in a shallow FIFO it would block it. */
    @Test
    void theShortcutOfAResidualBlockIsDeepEnoughAndNotMuchDeeper() {
        Plan plan = TinyNetworks.plan(TinyNetworks.residual());
        Map<String, Integer> depths = plan.units()
                .filter(FifoUnit.class::isInstance)
                .collect(Collectors.toMap(Unit::name, u -> ((FifoUnit) u).depth()));
        assertEquals(
                List.of("stem_tap0_fifo", "stem_tap1_fifo"),
                depths.keySet().stream().sorted().toList());
        int shortcut = depths.get("stem_tap1_fifo");
        assertTrue(shortcut > 6 && shortcut <= 4 * 36, "depth " + shortcut);
        Wiring shallow = new Wiring(plan.input(), plan.output(), plan.stages())
                .withStages(plan.stages().stream()
                        .map(s ->
                                s.unit() instanceof FifoUnit f ? s.withUnit(new FifoUnit(f.name(), f.stream(), 2)) : s)
                        .toList());
        assertThrows(IllegalStateException.class, () -> ScheduleModel.run(shallow, 4));
    }
}
