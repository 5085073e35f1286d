package systole.style.streaming.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import systole.engine.BeatStream;
import systole.engine.Examples;
import systole.engine.Unit;
import systole.engine.clamp.ClampEngine;
import systole.engine.concat.ConcatEngine;
import systole.engine.pad.PadEngine;
import systole.network.Shape;
import systole.style.streaming.RandomWirings;

class ConnectTest {
    private static final Shape SHAPE = Shape.of(4, 4, 12);

    private static Stage clamp(String name, String source, int lanes) {
        return new Stage(Examples.clamp(name, SHAPE, lanes), List.of(source), List.of(name));
    }

    private static Stage add(String name, String a, String b, int lanes) {
        return new Stage(Examples.add(name, SHAPE, lanes), List.of(a, b), List.of(name));
    }

    private static List<String> names(Wiring wiring) {
        return wiring.stages().stream().map(s -> s.unit().name()).toList();
    }

    private static Wiring connect(String output, Stage... stages) {
        return new Connect().run(new Wiring("image", output, List.of(stages)));
    }

    /** In order: written before it is read, read once, by a reader that takes what the writer gives. */
    @Property
    void everyStreamHasOneWriterAndOneReaderWhoAgree(@ForAll long seed) {
        Wiring wiring = new Connect().run(RandomWirings.of(seed));
        Map<String, BeatStream> open = new HashMap<>(Map.of(wiring.input(), wiring.stream(wiring.input())));
        Set<String> written = new HashSet<>(open.keySet());
        for (Stage stage : wiring.stages()) {
            for (int i = 0; i < stage.sources().size(); i++) {
                BeatStream given = open.remove(stage.sources().get(i));
                assertEquals(
                        stage.unit().inputs().get(i), given, stage.sources().get(i));
            }
            for (int i = 0; i < stage.sinks().size(); i++) {
                String sink = stage.sinks().get(i);
                assertTrue(written.add(sink), sink + " is written twice");
                open.put(sink, stage.unit().outputs().get(i));
            }
        }
        assertEquals(Set.of(wiring.output()), open.keySet());
    }

    @Property
    void nothingIsLostAndNamesStayUnique(@ForAll long seed) {
        Wiring before = RandomWirings.of(seed);
        Wiring after = new Connect().run(before);
        assertEquals(names(after).size(), new HashSet<>(names(after)).size());
        List<Unit> engines = before.stages().stream().map(Stage::unit).toList();
        assertEquals(
                engines,
                after.stages().stream()
                        .map(Stage::unit)
                        .filter(engines::contains)
                        .toList());
    }

    /** Paths that part have a FIFO each, and a concatenation has one in front of each input. */
    @Property
    void pathsPartAndMeetInFifos(@ForAll long seed) {
        Wiring wiring = new Connect().run(RandomWirings.of(seed));
        for (Stage stage : wiring.stages()) {
            for (String source : stage.sources()) {
                Optional<Unit> from = wiring.writer(source).map(Stage::unit);
                boolean fifo = from.filter(FifoUnit.class::isInstance).isPresent();
                boolean fork = from.filter(ForkUnit.class::isInstance).isPresent();
                assertTrue(!fork || stage.unit() instanceof FifoUnit, source);
                assertTrue(!(stage.unit() instanceof ConcatEngine) || fifo, source);
            }
        }
    }

    /** Ready and valid would run through a row of them in one cycle. */
    @Property
    void noTwoCombinationalUnitsMeet(@ForAll long seed) {
        Wiring wiring = new Connect().run(RandomWirings.of(seed));
        for (Stage stage : wiring.stages()) {
            for (String source : stage.sources()) {
                wiring.writer(source)
                        .ifPresent(w -> assertFalse(
                                combinational(w.unit()) && combinational(stage.unit()),
                                w.unit().name() + " before " + stage.unit().name()));
            }
        }
    }

    private static boolean combinational(Unit unit) {
        return unit instanceof ClampEngine || unit instanceof PadEngine || unit instanceof ConcatEngine;
    }

    @Test
    void aChainOfEqualLanesStaysAsItIs() {
        Wiring wiring = connect("b", add("a", "image", "image", 2), clamp("b", "a", 2));
        assertEquals(List.of("a", "b"), names(wiring).subList(3, 5));
        assertEquals(
                List.of("image_fork", "image_tap0_fifo", "image_tap1_fifo"),
                names(wiring).subList(0, 3));
        assertEquals(
                List.of("image_tap0_fifo", "image_tap1_fifo"),
                wiring.stages().get(3).sources());
    }

    @Test
    void lanesAreConvertedByWayOfTheirCommonMultiple() {
        Wiring wiring = connect(
                "c", clamp("a", "image", 4), new Stage(Examples.add("c", SHAPE, 6), List.of("a", "a"), List.of("c")));
        List<WidthUnit> widths = wiring.stages().stream()
                .map(Stage::unit)
                .filter(WidthUnit.class::isInstance)
                .map(WidthUnit.class::cast)
                .toList();
        assertEquals(4, widths.size());
        assertEquals(4, widths.get(0).in().lanes());
        assertEquals(12, widths.get(0).outLanes());
        assertEquals(6, widths.get(1).outLanes());
    }

    @Test
    void theOutputMayBeReadInside() {
        Wiring wiring = connect("a", clamp("a", "image", 1), add("sum", "a", "a", 1));
        assertEquals("a_tap2_fifo", wiring.output());
    }

    @Test
    void aNameThatIsTakenGetsANumber() {
        Wiring wiring = connect("sum", clamp("image_fork", "image", 1), add("sum", "image_fork", "image", 1));
        assertTrue(
                names(wiring).containsAll(List.of("image_fork", "image_fork_1")),
                names(wiring).toString());
    }
}
