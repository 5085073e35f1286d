package systole.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import systole.tool.Command;

/** The C driver, compiled for this computer, runs the whole design in simulation. */
class CDriverIT {
    private static final List<String> RUNS = List.of(
            "identity",
            "polled",
            "restarted",
            "interrupted",
            "misuse",
            "late",
            "wrong_length",
            "resets",
            "dma_error",
            "counted",
            "flags",
            "reals");

    @TempDir
    private static Path folder;

    private static BoardSimulation simulation;

    @BeforeAll
    static void build() {
        simulation = BoardSimulation.tiny(folder);
        simulation.harness("bench");
        simulation.driver();
    }

    /** Frames in their order, each of which depends on those before. */
    @ParameterizedTest
    @ValueSource(strings = {"polled", "restarted", "interrupted", "counted"})
    void aStateIsCarried(String run, @TempDir Path elsewhere) {
        DriverDesigns design = DriverDesigns.stateful();
        List<int[]> frames = design.frames(3);
        assertFalse(Arrays.equals(
                design.golden(frames).get(2),
                design.golden(frames.subList(2, 3)).get(0)));
        BoardSimulation stateful = BoardSimulation.right(design, elsewhere);
        stateful.harness("bench");
        stateful.driver();
        Command.Outcome outcome = stateful.run(run, 30);
        assertEquals(0, outcome.exitStatus(), outcome.output());
    }

    static Stream<Arguments> runs() {
        return RUNS.stream().flatMap(run -> Stream.of(0, 60).map(stall -> Arguments.of(run, stall)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void works(String run, int stall) {
        Command.Outcome outcome = simulation.run(run, stall);
        assertEquals(0, outcome.exitStatus(), outcome.output());
        assertTrue(outcome.output().startsWith("PASS " + run), outcome.output());
    }
}
