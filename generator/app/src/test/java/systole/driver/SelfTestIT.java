package systole.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systole.tool.Command;

/** The self-tests of a kit, as they are shipped, run the whole design in simulation. */
@Execution(ExecutionMode.SAME_THREAD) // mistakes are made in the only driver
class SelfTestIT {
    private static final String RIGHT = "PASS  tiny: 64 frames, bit-exact\n";

    @TempDir
    private static Path folder;

    private static BoardSimulation simulation;

    @BeforeAll
    static void build() {
        simulation = BoardSimulation.tiny(folder);
        simulation.harness("server");
        simulation.link("server");
    }

    private static void passes(Command.Outcome outcome) {
        assertEquals(0, outcome.exitStatus(), outcome.output());
        assertTrue(outcome.output().startsWith(RIGHT), outcome.output());
        assertTrue(outcome.output().matches("(?s).*\n[1-9]\\d* frames/s in one batch of 64 \\(\\d+ cycles\\)\n"), outcome.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"selftest_bare", "selftest_uio"})
    void inC(String program) {
        passes(simulation.run(simulation.shipped(program)));
    }
}
