package systole.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import systole.data.ArrayFile;
import systole.data.NpyArray;
import systole.driver.DesignFile;
import systole.driver.TestFrames;
import systole.rtl.Origin;
import systole.target.board.Boards;

class BoardCommandTest {
    @TempDir
    Path folder;

    static List<String> ids() {
        return Boards.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyBoardGetsACompleteFolder(String id) throws IOException {
        BoardFolder out = BoardFolder.tiny(folder, id);
        List<String> files = out.files();
        assertTrue(files.containsAll(out.complete()), files::toString);
        String readme = Files.readString(out.path().resolve("README.md"));
        for (String word : List.of(out.board().name(), "tcl/build.tcl", "tcl/program.tcl", "| LUTs |")) {
            assertTrue(readme.contains(word), word);
        }
        assertTrue(Files.readString(out.path().resolve("tcl/design.tcl"))
                .contains(out.board().part()));
    }

    @Test
    void theSameNetworkGivesTheSameFolder() throws IOException {
        BoardFolder first = BoardFolder.tiny(Files.createDirectories(folder.resolve("a")), "basys3");
        BoardFolder second = BoardFolder.tiny(Files.createDirectories(folder.resolve("b")), "basys3");
        assertEquals(first.files(), second.files());
        for (String file : first.files()) {
            if (!file.equals("README.md") && !file.startsWith(".systole/")) {
                assertEquals(
                        Files.readString(first.path().resolve(file)),
                        Files.readString(second.path().resolve(file)),
                        file);
            }
        }
    }

    /** Verilog, constraints, scripts and drivers: of core, shell and board. */
    @Test
    void everyFileSaysWhatMadeIt() throws IOException {
        BoardFolder out = BoardFolder.tiny(folder, "basys3");
        String line = " Made by Systole " + Origin.systole() + " from the model [0-9a-f]{16}\\.";
        for (String file : out.files()) {
            if (file.matches(".*\\.(v|vh|h|c|cpp|tcl|xdc|py)")) {
                String head = Files.readString(out.path().resolve(file)).replaceFirst("^#!.*\n", "");
                assertTrue(head.lines().findFirst().orElse("").matches("(//|#)" + line), file);
            }
        }
    }

    /** Each of them needs the core, and the kit around it is right for no other. */
    @Test
    void aBuildKeepsTheKit() throws IOException {
        BoardFolder out = BoardFolder.tiny(folder, "basys3", "--clock", "50");
        List<String> files = out.files();
        String list = Files.readString(out.path().resolve(".systole/design.sha256"));
        Shell.succeed("build", Shell.tiny(folder), "--out", out.path())
                .says("has a kit", "--board basys3 --clock 50.0", "planning tiny for Digilent Basys 3 at 50 MHz");
        assertEquals(files, out.files());
        assertEquals(list, Files.readString(out.path().resolve(".systole/design.sha256")));
    }

    @Test
    void aBuildMakesTheKitForItsOptions() throws IOException {
        BoardFolder out = BoardFolder.tiny(folder, "basys3", "--clock", "50");
        Shell.succeed("build", Shell.tiny(folder), "--out", out.path(), "--clock", "75", "--smallest")
                .says("--board basys3 --clock 75.0 --smallest");
        BoardFolder expected =
                BoardFolder.tiny(Files.createDirectories(folder.resolve("e")), "basys3", "--clock", "75", "--smallest");
        assertEquals(
                Files.readString(expected.path().resolve(".systole/design.sha256")),
                Files.readString(out.path().resolve(".systole/design.sha256")));
    }

    /** Another network has nothing to do with these options. */
    @Test
    void theKitOfAnotherNetworkStays() throws IOException {
        BoardFolder out = BoardFolder.tiny(folder, "basys3");
        List<String> files = out.files();
        Shell.fail(ExitCode.REFUSED, "build", Shell.example("separable"), "--out", out.path())
                .says("bring other hardware onto a board", "--out");
        assertEquals(files, out.files());
    }

    /** Its ring alone takes more block RAM than the smaller boards have. */
    @Test
    void whatDoesNotFitIsRefusedWithFiguresAndWhatWouldFit() {
        Path model = Shell.write(
                folder.resolve("broad.net"),
                """
                network broad
                input x : int16[4, 4096, 32]
                y = maxpool2d(x, kernel = 2, stride = 2)
                output y
                """);
        Path out = folder.resolve("d");
        Shell.fail(ExitCode.REFUSED, "board", model, "--board", "cora-z7-07s", "--out", out)
                .says(
                        "broad does not fit the Digilent Cora Z7-07S",
                        "block RAMs of 18 Kbit",
                        "more than the",
                        "the logic around the core takes",
                        "it would fit: --board arty-a7-100t, genesys2, kv260, nexys-video, pynq-z2, ultra96-v2, zc706,"
                                + " zedboard, zybo-z7-20");
        assertFalse(Files.exists(out), "nothing is written");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ad01_int8              | cora-z7-07s | block RAMs of 18 K | arty-a7-100t, arty-a7-35t",
                "vww_96_int8            | cora-z7-07s | block RAMs of 18 K | arty-a7-100t, arty-s7-50",
            })
    void realNetworksThatDoNotFitAreRefused(String name, String board, String resource, String fits) {
        Path model = Shell.model(name, ".tflite");
        Path out = folder.resolve("d");
        Shell.fail(ExitCode.REFUSED, "board", model, "--board", board, "--out", out)
                .says(" does not fit the ", resource, " more than the ", "it would fit: --board " + fits);
        assertFalse(Files.exists(out), "nothing is written");
    }

    @Test
    void aGoalThatDoesNotFitIsRefused() {
        Path out = folder.resolve("d");
        Object[] words = {"board", Shell.example("fashion"), "--board", "cora-z7-07s", "--out", out};
        Shell.fail(
                        ExitCode.REFUSED,
                        Stream.concat(Stream.of(words), Stream.of("--target-fps", "50000"))
                                .toArray())
                .says("out of reach", "the best is");
        assertFalse(Files.exists(out), "nothing is written");
    }

    @Test
    void aClockThatCannotBeMadeIsRefused() {
        Path out = folder.resolve("d");
        Shell.fail(ExitCode.REFUSED, "board", Shell.tiny(folder), "--board", "basys3", "--clock", "2", "--out", out)
                .says("no clock manager makes 2 MHz", "--clock");
        assertFalse(Files.exists(out), "nothing is written");
    }

    @Test
    void aBusClockWantsAProcessor() {
        Shell.fail(ExitCode.REFUSED, "board", Shell.tiny(folder), "--board", "basys3", "--bus-clock", "50")
                .says("has no processor", "--bus-clock");
    }

    /** The rate is that of the hardware, of the host and of the page, and a later build keeps it. */
    @Test
    void theRateOfTheLineIsChosen() throws IOException {
        BoardFolder out = BoardFolder.tiny(folder, "basys3", "--baud", "1000000");
        assertEquals(1_000_000, DesignFile.read(out.path()).baud());
        assertTrue(Files.readString(out.path().resolve("README.md")).contains("a serial line of 1,000,000 baud"));
        String shell = Files.readString(out.rtl().resolve(out.design() + "_shell_uart.v"));
        String list = Files.readString(out.path().resolve(".systole/design.sha256"));
        Shell.succeed("build", Shell.tiny(folder), "--out", out.path()).says("--baud 1000000");
        assertEquals(list, Files.readString(out.path().resolve(".systole/design.sha256")));
        BoardFolder usual = BoardFolder.tiny(Files.createDirectories(folder.resolve("usual")), "basys3");
        assertNotEquals(shell, Files.readString(usual.rtl().resolve(out.design() + "_shell_uart.v")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"basys3", "pynq-z2"})
    void theReportHasTheRatesOfTheGuide(String board) throws IOException {
        BoardFolder out = BoardFolder.tiny(folder, board);
        String report = Files.readString(out.path().resolve("report.html"));
        List<MatchResult> rates = Pattern.compile("(?m)^\\| ([0-9,]+) \\| ([0-9,.]+) \\|$")
                .matcher(Files.readString(out.path().resolve("README.md")))
                .results()
                .toList();
        assertEquals(
                List.of("1", "64", "1,024"), rates.stream().map(r -> r.group(1)).toList());
        String shown = rates.stream()
                .map(r -> r.group(2).replaceFirst("\\.0$", "") + " at " + r.group(1))
                .collect(Collectors.joining(", "));
        assertTrue(report.contains(shown), shown);
        assertTrue(report.contains("Core, frames a second") && report.contains("System, frames a second"));

        JsonNode compared = new ObjectMapper()
                .readTree(Shell.succeed("report", out.path(), out.path(), "--json")
                        .out())
                .path("figures");
        for (MatchResult rate : rates) {
            String name = "system, frames a second, " + rate.group(1) + " at once";
            List<Double> known = StreamSupport.stream(compared.spliterator(), false)
                    .filter(f -> f.path("name").asText().equals(name))
                    .map(f -> f.path("b").asDouble())
                    .toList();
            assertEquals(1, known.size(), name);
            assertEquals(Double.parseDouble(rate.group(2).replace(",", "")), known.get(0), 0.051, name);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "basys3  | 50000000 | 50000000 baud cannot be made from 100000000 Hz: a bit would have fewer than 8 cycles",
                "basys3  | 9300000  | 9300000 baud cannot be made from 100000000 Hz: with 11 cycles, it is 2.2 % off",
                "basys3  | 110      | 110 baud are too slow",
                "pynq-z2 | 115200   | has a processor, whose bus carries the frames",
            })
    void aRateThatCannotBeIsRefused(String board, int baud, String reason) {
        Path out = folder.resolve("d");
        Shell.fail(ExitCode.REFUSED, "board", Shell.tiny(folder), "--board", board, "--baud", baud, "--out", out)
                .says(reason);
        assertFalse(Files.exists(out), "nothing is written");
    }

    @Test
    void aRateIsAPositiveNumber() {
        Shell.fail(ExitCode.USAGE, "board", Shell.tiny(folder), "--board", "basys3", "--baud", "0")
                .says("--baud takes a positive number");
    }

    /** Those that are given, with what is expected of them; a later build takes them again. */
    @Test
    void theSelfTestHasTheFramesThatAreGiven() throws IOException {
        Path model = Shell.tiny(folder);
        long[] elements = new Random(1).longs(100 * 24, -128, 128).toArray();
        Path inputs = Shell.npy(folder.resolve("x.npy"), List.of(100, 3, 2, 4), elements);
        Path expected = folder.resolve("y.npy");
        Shell.succeed("golden", model, "--inputs", inputs, "--outputs", expected);
        Path out = folder.resolve("d");
        Object[] words = {"board", model, "--board", "pynq-z2", "--out", out, "--inputs", inputs, "--expect", expected};
        Shell.succeed(words).says("the self-test has the first 64 of 100 frames");
        TestFrames frames = TestFrames.read(out, DesignFile.read(out));
        assertEquals(64, frames.count());
        for (int i = 0; i < 64; i++) {
            long[] sent = Arrays.stream(frames.inputs().get(i)).asLongStream().toArray();
            assertArrayEquals(Arrays.copyOfRange(elements, 24 * i, 24 * i + 24), sent);
            for (int k = 0; k < frames.outputs().get(i).length; k++) {
                int at = i * frames.outputs().get(i).length + k;
                assertEquals(
                        ArrayFile.read(expected).integer(at), frames.outputs().get(i)[k]);
            }
        }
        String list = Files.readString(out.resolve(".systole/design.sha256"));
        Shell.succeed("build", model, "--out", out).says("--inputs " + inputs, "--expect " + expected);
        assertEquals(list, Files.readString(out.resolve(".systole/design.sha256")));
    }

    @Test
    void theSelfTestHasTheUsualFramesOfTheModel() {
        Path out = folder.resolve("d");
        Shell.succeed("board", Shell.example("motion"), "--board", "pynq-z2", "--out", out)
                .says("using", "inputs.npy", "expected.npy");
        assertEquals(8, TestFrames.read(out, DesignFile.read(out)).count());
    }

    @Test
    void otherOutputsThanTheGoldenOnesAreRefused() {
        Path model = Shell.tiny(folder);
        Path inputs = Shell.npy(folder.resolve("x.npy"), List.of(1, 3, 2, 4), new long[24]);
        Path expected = folder.resolve("y.npy");
        Shell.succeed("golden", model, "--inputs", inputs, "--outputs", expected);
        NpyArray right = ArrayFile.read(expected);
        long[] wrong = Arrays.stream(right.toInts()).asLongStream().toArray();
        wrong[wrong.length - 1] += wrong[wrong.length - 1] > 0 ? -1 : 1;
        Path spoilt = Shell.npy(folder.resolve("z.npy"), right.shape(), wrong);
        Path out = folder.resolve("d");
        Shell.fail(
                        ExitCode.REFUSED,
                        "board",
                        model,
                        "--board",
                        "basys3",
                        "--out",
                        out,
                        "--inputs",
                        inputs,
                        "--expect",
                        spoilt)
                .says("the golden model differs in 1 of");
        assertFalse(Files.exists(out), "nothing is written");
        Shell.fail(ExitCode.USAGE, "board", model, "--board", "basys3", "--expect", spoilt)
                .says("need --inputs");
    }

    @Test
    void theBoardMustBeNamed() {
        Shell.fail(ExitCode.REFUSED, "board", Shell.tiny(folder)).says("the board is missing", "--board", "pynq-z2");
    }
}
