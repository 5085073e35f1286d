package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.Repository;
import systole.engine.Engine;
import systole.engine.mac.MacEngine;
import systole.target.board.Board;
import systole.tool.SimulationOptions;
import systole.tool.SimulationResult;
import systole.tool.Simulator;
import systole.tool.Simulator.CompiledDesign;
import systole.tool.Stimulus;

/** The examples, with the frames that lie beside them and what an independent reference makes of those. */
class ExamplesIT {
    /** So small that its designs are compiled and interpreted quickly. */
    private static final Board BOARD =
            new Board("small", "A small board", "xc7a15tcpg236-1", 10_000, 20_000, 40, 25, 100);

    private static final int FRAMES = 5;
    private static final List<Integer> STALLS = List.of(0, 30, 70);

    /** Icarus interprets some hundred cycles a second: frame upon frame, and no more. */
    private static final int INTERPRETED_FRAMES = 2;

    private static final int INTERPRETED_CYCLES = 10_000;

    private static final int STEADY_FRAMES = 8;
    private static final SimulationOptions WITHOUT_PHASES = SimulationOptions.DEFAULT.withoutPhases();

    private static final Path FOLDER = Path.of("target/examples").toAbsolutePath();
    private static final Map<String, RtlDesign> DESIGNS = new ConcurrentHashMap<>();

    static List<Example> examples() {
        try (Stream<Path> files = Files.walk(Repository.root().resolve("examples"), 2)) {
            return files.filter(file -> file.toString().endsWith(".net"))
                    .sorted()
                    .map(Example::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RtlDesign design(Example example) {
        return DESIGNS.computeIfAbsent(
                example.name(), name -> RtlDesign.write(example.network(), BOARD, FOLDER.resolve(name)));
    }

    @Test
    void thereAreExamples() {
        assertFalse(examples().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void goldenEqualsTheReference(Example example) {
        List<int[]> outputs = design(example).stimulus(example.inputs()).expected();
        for (int i = 0; i < outputs.size(); i++) {
            assertArrayEquals(example.expected().get(i), outputs.get(i), "frame " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void verilatorAgrees(Example example) {
        RtlDesign design = design(example);
        CompiledDesign compiled = RtlCheck.LONG_RUN.compile(design.folder(), false);
        for (int stall : STALLS) {
            run(compiled, example.stimulus(FRAMES), WITHOUT_PHASES.withStall(stall, 5));
        }
        timingIsAsPredicted(design, run(compiled, example.stimulus(STEADY_FRAMES), SimulationOptions.DEFAULT));
        startsFromAnywhere(compiled, example);
        survivesWrongFrames(compiled, example);
    }

    static Stream<Example> shortExamples() {
        return examples().stream()
                .filter(e -> INTERPRETED_FRAMES * design(e).plan().prediction().interval() < INTERPRETED_CYCLES);
    }

    @ParameterizedTest
    @MethodSource("shortExamples")
    void icarusAgrees(Example example) {
        icarusAgrees(example, INTERPRETED_FRAMES, List.of(30));
    }

    @ParameterizedTest
    @MethodSource("examples")
    @Tag("soak")
    void icarusAgreesInMoreFrames(Example example) {
        icarusAgrees(example, FRAMES, STALLS);
    }

    private static void icarusAgrees(Example example, int frames, List<Integer> stalls) {
        CompiledDesign compiled = RtlCheck.ICARUS.compile(design(example).folder(), false);
        for (int stall : stalls) {
            run(compiled, example.stimulus(frames), WITHOUT_PHASES.withStall(stall, 5));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void lintFindsNothing(Example example) {
        RtlDesign design = design(example);
        for (Simulator parser : List.of(RtlCheck.VERILATOR, RtlCheck.ICARUS)) {
            assertEquals(List.of(), parser.lint(design.folder().rtl(), example.name()), parser.name());
        }
    }

    private static SimulationResult run(CompiledDesign compiled, Stimulus stimulus, SimulationOptions options) {
        SimulationResult result = compiled.run(stimulus, options);
        assertTrue(result.passed(), () -> options + "\n" + result.log());
        return result;
    }

    private static void timingIsAsPredicted(RtlDesign design, SimulationResult result) {
        double interval = result.interval().mean();
        assertEquals(design.plan().prediction().interval(STEADY_FRAMES), interval, RtlCheck.EXACT);
        Engine bottleneck = design.plan().bottleneck();
        assertEquals(design.plan().prediction().latency(), result.latencyCycles());
        if (bottleneck instanceof MacEngine) {
            double best = design.plan().utilization((double) bottleneck.cycles());
            assertTrue(design.plan().utilization(interval) >= RtlCheck.UTILIZATION * best);
        }
    }

    private static void startsFromAnywhere(CompiledDesign compiled, Example example) {
        Stimulus stimulus = example.stimulus(2);
        run(compiled, stimulus, WITHOUT_PHASES.withReset(0, 0));
        for (int garbage : List.of(1, 10, 1000, 7777)) {
            run(compiled, stimulus, WITHOUT_PHASES.withReset(4, garbage).withStall(30, 1));
        }
    }

    /** The status bits tell of them, and the next frame is right: the testbench looks at both. */
    private static void survivesWrongFrames(CompiledDesign compiled, Example example) {
        for (int stall : List.of(0, 50)) {
            SimulationOptions options = WITHOUT_PHASES.withStall(stall, 3);
            run(compiled, example.stimulus(3), options.withShortFrame(1));
            run(compiled, example.stimulus(3), options.withLongFrame(1));
            run(compiled, example.stimulus(FRAMES), options.withLongFrame(0).withShortFrame(3));
        }
    }
}
