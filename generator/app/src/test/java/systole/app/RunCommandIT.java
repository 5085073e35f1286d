package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import systole.data.ArrayFile;
import systole.driver.DriverDesigns;

/** The host program talks to the design's own pins, bit by bit, over a pseudo-terminal. All files lie in one folder. */
@Execution(ExecutionMode.SAME_THREAD)
class RunCommandIT {
    private static final int FRAMES = 5;
    private static final int RESULT = 16;

    @TempDir
    private static Path folder;

    private static Path program;
    private static Path inputs;
    private static Path expected;

    @BeforeAll
    static void build() {
        DriverDesigns design = DriverDesigns.tiny(folder);
        program = BoardOnALine.build(design, folder);
        List<int[]> frames = design.frames(FRAMES);
        inputs = npy("inputs.npy", List.of(3, 2, 4), frames);
        expected = npy("expected.npy", List.of(2, 2, 4), design.golden(frames));
    }

    private static Path npy(String name, List<Integer> shape, List<int[]> frames) {
        List<Integer> dims = new ArrayList<>(List.of(frames.size()));
        dims.addAll(shape);
        long[] values =
                frames.stream().flatMapToInt(Arrays::stream).asLongStream().toArray();
        return Shell.npy(folder.resolve(name), dims, values);
    }

    private static Shell run(BoardOnALine board, Object... more) {
        Object[] words = {"run", "--port", board.port(), "--timeout", 2000, "--json", folder.resolve("result.json")};
        return Shell.run(Stream.concat(Stream.of(words), Stream.of(more)).toArray());
    }

    private static JsonNode json() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("result.json").toFile());
    }

    @Test
    void framesAreBitExactAndCompared() throws IOException {
        try (BoardOnALine board = BoardOnALine.start(program)) {
            Path outputs = folder.resolve("outputs.npy");
            Shell shell = run(board, folder, "--inputs", inputs, "--expect", expected, "--outputs", outputs);
            assertEquals(ExitCode.OK, shell.exit(), shell::toString);
            assertTrue(shell.out().contains("PASS  tiny: 5 frames, bit-exact (" + expected + ")"), shell.out());
            assertEquals(
                    ArrayFile.read(expected).shape(), ArrayFile.read(outputs).shape());
            for (int i = 0; i < FRAMES * 16; i++) {
                assertEquals(
                        ArrayFile.read(expected).integer(i),
                        ArrayFile.read(outputs).integer(i));
            }
            JsonNode json = json();
            assertTrue(json.path("passed").asBoolean());
            assertEquals(FRAMES, json.path("frames").asInt());
            assertEquals(115_200, json.path("baud").asInt());
            assertEquals(12_000_000, json.path("clock_hz").asInt());
            assertEquals(
                    0,
                    json.path("repeats").asInt()
                            + json.path("damaged").asInt()
                            + json.path("restarts").asInt());
            assertEquals(0, json.path("compared").path(0).path("differences").asInt(-1));
            assertTrue(json.path("latency_cycles").asLong() > 0);
            assertTrue(board.end().endsWith(" cycles\n"));
        }
    }

    /** The frames of the kit, as they are shipped; a golden value that is wrong is found, with its place. */
    @Test
    void theDesignTestsItself() throws IOException {
        Path frames = folder.resolve("driver/selftest.json");
        String text = Files.readString(frames);
        int last = text.lastIndexOf(',') + 1;
        int right = Integer.parseInt(text.substring(last, text.indexOf(']', last)));
        Files.writeString(frames, text.substring(0, last) + (right + 1) + text.substring(text.indexOf(']', last)));
        try (BoardOnALine board = BoardOnALine.start(program)) {
            Shell shell = run(board, folder, "--self-test");
            assertEquals(ExitCode.REFUSED, shell.exit(), shell::toString);
            assertTrue(
                    shell.out().contains("FAIL  tiny: 1 elements differ (self-test), first in frame 4"), shell.out());
            assertTrue(shell.out().contains(": expected " + (right + 1) + ", got " + right), shell.out());
            Files.writeString(frames, text);
            assertEquals(ExitCode.OK, run(board, folder, "--self-test").exit());
            assertEquals(5, json().path("frames").asInt());
            assertTrue(json().path("frames_per_second").asDouble() > 0);
        }
    }

    @Test
    void framesOfAnotherDesignAreNoSelfTest() throws IOException {
        Path other = Files.createDirectories(folder.resolve("spoilt/driver"));
        Files.copy(folder.resolve("driver/design.json"), other.resolve("design.json"));
        Path spoilt = folder.resolve("spoilt");
        Shell.fail(ExitCode.REFUSED, "run", spoilt, "--port", "x", "--self-test")
                .says("there is no such file");
        for (String text :
                List.of("{", "{\"inputs\": [[1]], \"outputs\": [[1]]}", "{\"inputs\": [], \"outputs\": []}")) {
            Files.writeString(other.resolve("selftest.json"), text);
            Shell.fail(ExitCode.REFUSED, "run", spoilt, "--port", "x", "--self-test")
                    .says("selftest.json", "build the design again");
        }
    }

    @Test
    void aModelIsComparedWithItsGoldenOutputs() {
        try (BoardOnALine board = BoardOnALine.start(program)) {
            Shell shell = run(board, folder.resolve("tiny.net"), "--out", folder, "--inputs", inputs);
            assertEquals(ExitCode.OK, shell.exit(), shell::toString);
            assertTrue(shell.out().contains("PASS  tiny: 5 frames, bit-exact (golden model)"), shell.out());
        }
    }

    /** Noise of every kind, on both ways; the results are as right as ever, and the trouble is told. */
    @Test
    void aNoisyLineChangesNothing() {
        Object[] noise = {"--garbage", 0.5, "--damage", 0.5, "--swallow", 0.1, "--seed", 4};
        try (BoardOnALine board = BoardOnALine.start(program, noise)) {
            Object[] words = {"--inputs", inputs, "--expect", expected, "--tries", 50, "--timeout", 800};
            Shell shell = Shell.run(Stream.concat(
                            Stream.of("run", folder, "--port", board.port(), "--json", folder.resolve("noisy.json")),
                            Stream.of(words))
                    .toArray());
            assertEquals(ExitCode.OK, shell.exit(), shell::toString);
            assertTrue(shell.out().contains("PASS"), shell.out());
            assertTrue(shell.out().contains(" messages sent again"), shell.out());
        }
    }

    @Test
    void wrongResultsAreAFailure() {
        try (BoardOnALine board = BoardOnALine.start(program)) {
            Shell shell = run(board, folder, "--inputs", inputs, "--expect", inputsAsResults());
            assertEquals(ExitCode.REFUSED, shell.exit(), shell::toString);
            assertTrue(shell.out().contains("FAIL  tiny: "), shell.out());
        }
    }

    private static Path inputsAsResults() {
        long[] wrong = new long[FRAMES * RESULT];
        Arrays.fill(wrong, 7);
        return Shell.npy(folder.resolve("wrong.npy"), List.of(FRAMES, 2, 2, 4), wrong);
    }

    @Test
    void registersAreShownWithoutADesign() throws IOException {
        try (BoardOnALine board = BoardOnALine.start(program)) {
            Shell shell = run(board, "--registers");
            assertEquals(ExitCode.OK, shell.exit(), shell::toString);
            assertTrue(shell.out().contains("0x038  CLOCK_HZ          0x00B71B00"), shell.out());
            assertTrue(shell.out().contains("IDLE=1"), shell.out());
            assertEquals(3, json().path("registers").path("IN_CHANNELS").asInt());
        }
    }

    /** More tenths of a second than a byte holds. */
    @Test
    void aLongTimeoutIsOne() {
        try (BoardOnALine board = BoardOnALine.start(program)) {
            Shell.succeed("run", "--port", board.port(), "--registers", "--timeout", 25_600, "--tries", 1);
        }
    }

    @Test
    void anotherDesignIsRefused() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other/driver"));
        String text = Files.readString(folder.resolve("driver/design.json"));
        Files.writeString(other.resolve("design.json"), text.replaceFirst("\"hash\" : \"....", "\"hash\" : \"0123"));
        try (BoardOnALine board = BoardOnALine.start(program)) {
            Shell shell = run(board, folder.resolve("other"), "--inputs", inputs);
            assertEquals(ExitCode.REFUSED, shell.exit(), shell::toString);
            shell.says("the board has design", "load the bitstream");
        }
    }

    @Test
    void aBoardThatDoesNotAnswerIsAFailureOfItsOwn() {
        try (BoardOnALine board = BoardOnALine.start(program, "--swallow", 100)) {
            Shell shell = Shell.run("run", "--port", board.port(), "--registers", "--timeout", 50, "--tries", 2);
            assertEquals(ExitCode.TOOL, shell.exit(), shell::toString);
            shell.says("the board does not answer: 2 tries of 50 ms");
        }
    }

    @Test
    void aPortThatIsNotThereIsRefused() {
        Shell shell = Shell.fail(ExitCode.REFUSED, "run", "--port", "/dev/ttyNOWHERE", "--registers");
        shell.says("/dev/ttyNOWHERE", "there is no such serial port");
    }

    @Test
    void whatDoesNotGoTogetherIsWrongUsage() {
        Shell.fail(ExitCode.USAGE, "run", "--port", "x").says("--inputs or --registers");
        Shell.fail(ExitCode.USAGE, "run", "--port", "x", "--inputs", inputs).says("needs a MODEL or a DESIGN");
        Shell.fail(ExitCode.USAGE, "run", "--port", "x", "--registers", "--expect", inputs)
                .says("needs --inputs");
        Shell.fail(ExitCode.USAGE, "run", "--port", "x", "--self-test").says("needs a MODEL or a DESIGN");
        Shell.fail(ExitCode.USAGE, "run", folder, "--port", "x", "--self-test", "--inputs", inputs)
                .says("exclude each other");
        Shell.fail(ExitCode.USAGE, "run", "--port", "x", "--registers", "--baud", 0)
                .says("--baud");
    }
}
