package systole.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import systole.tool.Command;

/** The Python driver, with a stand-in for PYNQ, runs the whole design in simulation. */
@Execution(ExecutionMode.SAME_THREAD) // mistakes are made in the only driver
class PythonDriverIT {
    @TempDir
    private static Path folder;

    private static BoardSimulation simulation;

    @BeforeAll
    static void build() {
        simulation = BoardSimulation.served(folder);
    }

    @Test
    void isPython() {
        Command.Outcome outcome =
                simulation.python("-m", "py_compile", "../driver/tiny_driver.py", "../driver/tiny_frames.py");
        assertEquals(new Command.Outcome(0, ""), outcome);
    }

    @Test
    void works() {
        assertEquals(new Command.Outcome(0, "PASS\n"), simulation.checkPynq());
    }

    /** What the check would not see, it would not be worth. */
    @Test
    void mistakesAreSeen() {
        for (Mistake mistake : List.of(
                new Mistake("tiny_frames.py", "- self.zero)", "+ self.zero)"),
                new Mistake("tiny_frames.py", "(rest >= 0.5)", "(rest > 0.5)"),
                new Mistake("tiny_frames.py", "memory[:, : beats.shape[1]] = beats", "memory[:, 1:] = beats"),
                new Mistake("tiny_frames.py", "stream[self.positions] = frame.ravel()", "stream[:] = frame.ravel()"),
                new Mistake("tiny_frames.py", "\"FRAMES_OUT\": 0x05C", "\"FRAMES_OUT\": 0x064"),
                new Mistake("tiny_driver.py", "self._in.flush()", "pass"),
                new Mistake("tiny_driver.py", "self._out.invalidate()", "pass"),
                new Mistake("tiny_driver.py", "self.write(\"STATUS\", errors)", "pass"))) {
            String before = mistake.inject(folder.resolve("driver"));
            assertEquals(1, simulation.checkPynq().exitStatus(), mistake.toString());
            mistake.mend(folder.resolve("driver"), before);
        }
    }
}
