package systole.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import systole.design.Prediction;
import systole.tool.Command;

/** The C driver, compiled for this computer, runs the whole design in simulation. */
class CDriverIT {
    private static final List<String> RUNS = List.of(
            "identity",
            "polled",
            "restarted",
            "interrupted",
            "batches",
            "misuse",
            "late",
            "wrong_length",
            "resets",
            "dma_error",
            "counted",
            "flags",
            "reals");

    private static DriverDesigns tiny;
    private static final DriverDesigns STATEFUL = DriverDesigns.stateful();

    @TempDir
    private static Path folder;

    private static BoardSimulation simulation;
    private static BoardSimulation stateful;

    @BeforeAll
    static void build() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("stateful"));
        tiny = DriverDesigns.tiny(folder);
        simulation = built(BoardSimulation.right(tiny, folder));
        stateful = built(BoardSimulation.right(STATEFUL, elsewhere));
    }

    private static BoardSimulation built(BoardSimulation simulation) {
        simulation.harness("bench");
        simulation.driver();
        return simulation;
    }

    /** Frames in their order, each of which depends on those before. */
    @ParameterizedTest
    @ValueSource(strings = {"polled", "restarted", "interrupted", "batches", "counted"})
    void aStateIsCarried(String run) {
        List<int[]> frames = STATEFUL.frames(3);
        assertFalse(Arrays.equals(
                STATEFUL.golden(frames).get(2),
                STATEFUL.golden(frames.subList(2, 3)).get(0)));
        Command.Outcome outcome = stateful.run(run, 30);
        assertEquals(0, outcome.exitStatus(), outcome.output());
    }

    static Stream<Arguments> runs() {
        return RUNS.stream().flatMap(run -> Stream.of(0, 60).map(stall -> Arguments.of(run, stall)));
    }

    /** One transfer reaches the rate of the core, with all that the driver and the DMA do before and after it. */
    @Test
    void aBatchTakesNoLongerThanTheCore() {
        Prediction core = tiny.design().prediction();
        long cycles = Math.round(core.latency() + 63 * core.interval());
        Command.Outcome outcome = simulation.rate(cycles * 105 / 100);
        assertEquals(0, outcome.exitStatus(), outcome.output());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void works(String run, int stall) {
        Command.Outcome outcome = simulation.run(run, stall);
        assertEquals(0, outcome.exitStatus(), outcome.output());
        assertTrue(outcome.output().startsWith("PASS " + run), outcome.output());
    }
}
