package systole.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import systole.tool.Command;

/** The self-tests of a kit, as they are shipped, run the whole design in simulation. */
@Execution(ExecutionMode.SAME_THREAD) // mistakes are made in the only driver
class SelfTestIT {
    private static final String RIGHT = "PASS  tiny: 64 frames, bit-exact\n";
    private static final Pattern RATE =
            Pattern.compile("(?m)^[1-9]\\d* frames/s in one batch of 64 \\([1-9]\\d* cycles\\)$");

    @TempDir
    private static Path folder;

    private static BoardSimulation simulation;

    @BeforeAll
    static void build() {
        simulation = BoardSimulation.served(folder);
    }

    private static void passes(Command.Outcome outcome) {
        assertEquals(0, outcome.exitStatus(), outcome.output());
        assertTrue(outcome.output().startsWith(RIGHT), outcome.output());
        assertTrue(RATE.matcher(outcome.output()).find(), outcome.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"selftest_bare", "selftest_uio"})
    void inC(String program) {
        passes(simulation.run(simulation.shipped(program)));
    }

    /** The kit's example for Linux takes frames in batches, and gives their results. */
    @Test
    void theExampleForLinux() {
        assertTrue(simulation.streams(simulation.shipped("example_uio")));
    }

    @Test
    void inPython() {
        passes(simulation.python("../driver/tiny_selftest.py"));
    }

    /** The cells one after another, in the kit's folder. */
    @Test
    void inANotebook() {
        Command.Outcome outcome = simulation.python(
                "-c",
                """
                import json
                for cell in json.load(open("../driver/tiny.ipynb"))["cells"]:
                    if cell["cell_type"] == "code":
                        exec("".join(cell["source"]))
                assert passed and np.array_equal(outputs, expected)
                """);
        passes(outcome);
        assertTrue(outcome.output().contains("(64, 3, 2, 4) uint8 to (64, 2, 2, 4) int16"), outcome.output());
    }

    /** The Python of the page about drivers, with this design. */
    @Test
    void thePythonOfThePage() throws IOException {
        String page = DriverDesigns.page("python").replace("motion", "tiny");
        Command.Outcome outcome = simulation.python(
                "-c",
                "from tiny_selftest import IN, OUT, frames; import numpy as np; inputs, expected = frames();"
                        + " samples = IN.dequantize(inputs)\n"
                        + page
                        + "assert np.array_equal(scores, OUT.dequantize(expected)); print('right')\n");
        assertEquals(new Command.Outcome(0, "right\n"), outcome);
    }

    /** Which frame, which element, what was expected, what came. */
    @Test
    void aWrongGoldenValueIsFound() throws IOException {
        Path data = folder.resolve("driver/tiny_selftest_data.c");
        Path json = folder.resolve("driver/selftest.json");
        TestFrames right = TestFrames.read(folder, DesignFile.read(folder));
        List<int[]> outputs = new ArrayList<>(right.outputs());
        int[] spoilt = outputs.get(63).clone();
        String element = "frame 63, element 15: expected " + (spoilt[15] + 1) + ", got " + spoilt[15];
        spoilt[15]++;
        outputs.set(63, spoilt);
        String text = Files.readString(data);
        int last = text.lastIndexOf(" " + (spoilt[15] - 1) + "}");
        Files.writeString(data, text.substring(0, last) + " " + spoilt[15] + text.substring(text.indexOf('}', last)));
        Files.writeString(json, new TestFrames(right.inputs(), outputs).json());
        try {
            fails(simulation.run(simulation.shipped("selftest_bare")), element);
            fails(simulation.run(simulation.shipped("selftest_uio")), element);
            fails(simulation.python("../driver/tiny_selftest.py"), element);
        } finally {
            Files.writeString(data, text);
            Files.writeString(json, right.json());
        }
    }

    private static void fails(Command.Outcome outcome, String first) {
        assertEquals(1, outcome.exitStatus(), outcome.output());
        assertTrue(
                outcome.output().startsWith("FAIL  tiny: " + first + "\nFAIL  tiny: 1 of 1024 elements differ\n"),
                outcome.output());
    }

    /** In the parts of the driver that only these programs use. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "selftest_bare | tiny_xil.c  | bare->flush = flush;           | bare->flush = NULL; (void)flush;",
                "selftest_bare | tiny_xil.c  | bare->invalidate = invalidate; | bare->invalidate = NULL; (void)invalidate;",
                "selftest_bare | tiny_bare.c | ->dma[offset / 4] = value      | ->registers[offset / 4] = value",
                "selftest_uio  | tiny_uio.c  | + (uint64_t)((const uint8_t *)buffer - uio->memory) | + 0 * (uint64_t)((uintptr_t)buffer)",
                "selftest_uio  | tiny_uio.c  | const uint32_t unmask = 1;     | const uint32_t unmask = 0;",
            })
    void aMistakeIsFound(String program, String file, String find, String replacement) {
        Mistake mistake = new Mistake(file, find, replacement);
        String before = mistake.inject(folder.resolve("driver"));
        try {
            assertEquals(1, simulation.run(simulation.shipped(program)).exitStatus());
        } finally {
            mistake.mend(folder.resolve("driver"), before);
        }
    }
}
