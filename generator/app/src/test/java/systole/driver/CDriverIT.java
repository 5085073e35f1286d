package systole.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import systole.tool.Command;

/** The C driver, compiled for this computer, runs the whole design in simulation. */
class CDriverIT {
    private static final List<String> RUNS = List.of(
            "identity",
            "polled",
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
