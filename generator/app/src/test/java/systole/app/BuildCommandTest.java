package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildCommandTest {
    @TempDir
    Path folder;

    @Test
    void showsAndWritesTheDesign() throws IOException {
        Path out = folder.resolve("design");
        Shell shown = Shell.succeed("build", Shell.example("separable"), "--out", out);
        assertTrue(shown.out().contains("interval"), shown.out());
        assertTrue(shown.out().contains("written to " + out), shown.out());
        assertTrue(Files.exists(out.resolve("rtl/separable.v")));
        String first = Files.readString(out.resolve("plan.json"));

        Shell json = Shell.succeed(
                "build", Shell.example("separable"), "--out", out, "--json", "--board", "pynq-z2", "--clock", "142.5");
        assertEquals(Files.readString(out.resolve("plan.json")), json.out());
        assertTrue(Files.readString(out.resolve("report.html")).contains("Not simulated yet"));
        JsonNode plan = new ObjectMapper().readTree(json.out());
        assertEquals("pynq-z2", plan.path("board").asText());
        assertEquals(142.5, plan.path("clock_mhz").asDouble());
        assertFalse(first.equals(json.out()), "another board, another plan");
    }

    @Test
    void aClockBeyondTheEstimateIsWarnedAbout() {
        Shell usual = Shell.succeed("build", Shell.tiny(folder), "--out", folder.resolve("d"), "--board", "zc706");
        assertTrue(usual.out().contains("predicted at 125 MHz"), usual.out());
        assertTrue(usual.out().contains("clock        unrouted, within the 125 MHz"), usual.out());
        assertFalse(usual.err().contains("warning"), usual.err());
        Shell quick = Shell.succeed(
                "build", Shell.tiny(folder), "--out", folder.resolve("d"), "--board", "zc706", "--clock", "126");
        assertTrue(
                quick.err()
                        .contains("warning: 126 MHz are unrouted, and beyond the 125 MHz that are estimated for"
                                + " Kintex-7 fabric, speed grade -2"),
                quick.err());
    }

    @Test
    void foldingsOfAFileWin() throws IOException {
        Path folds = Shell.write(folder.resolve("folds.json"), "{\"y\": {\"pe\": 2}}");
        String json = Shell.succeed(
                        "build", Shell.tiny(folder), "--out", folder.resolve("d"), "--fold", folds, "--json")
                .out();
        assertEquals(
                2,
                new ObjectMapper()
                        .readTree(json)
                        .path("units")
                        .path(0)
                        .path("pe")
                        .asInt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'y': {'pe': 3}}      | 1:2  | cannot be folded as pe = 3 simd = 1",
                "{'yy': {'pe': 2}}     | 1:2  | did you mean 'y'?",
                "{'y': {'pe': 0}}      | 1:   | pe of 'y' must be an integer from 1",
                "{'y': {'pe': 1.5}}    | 1:   | pe of 'y' must be an integer from 1",
                "{'y': {'pe': 'two'}}  | 1:   | pe of 'y' must be an integer from 1",
                "{'y': {'pe': 1e99}}   | 1:   | must be an integer",
                "{'y': {'pe': 99999999999999}} | 1: | must be an integer",
                "{'y': {'smid': 1}}    | 1:   | did you mean 'simd'?",
                "{'y': 2}              | 1:   | is no object",
                "[1]                   | 1:   | an object of layers is expected",
                "{'y': {'pe': 2}} x    | 1:   | no JSON",
                "{'y': {'pe': 2}} {}   | 1:   | nothing is expected",
                "{'y': {}, 'y': {}}    | 1:   | Duplicate",
                "{'y'                  | 1:   | no JSON",
                "''                    | .json | an object of layers is expected",
            })
    void foldingsThatMakeNoSenseAreRefusedAtTheirPlace(String text, String where, String reason) {
        Path folds = Shell.write(folder.resolve("folds.json"), text.replace("'", "\""));
        Path out = folder.resolve("d");
        Shell.fail(ExitCode.REFUSED, "build", Shell.tiny(folder), "--out", out, "--fold", folds)
                .says(folds.toString(), where, reason, "1 error");
        assertFalse(Files.exists(out), "nothing is written");
    }

    @Test
    void aFoldFileThatIsNotThereIsRefused() {
        Path folds = folder.resolve("none.json");
        Shell.fail(ExitCode.REFUSED, "build", Shell.tiny(folder), "--fold", folds)
                .says("none.json", "cannot be opened");
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() {
        Path model = Shell.tiny(folder);
        Shell.fail(ExitCode.REFUSED, "build", model, "--out", model).says("error: ", "tiny.net");
        Shell.fail(ExitCode.REFUSED, "build", model, "--out", model.resolve("below"))
                .says("error: ", "tiny.net");
    }

    /** Whatever is in there, and whichever command it is. */
    @ParameterizedTest
    @ValueSource(strings = {"rtl/mine.v", "sim/verilator/mine.txt", "README.md", "plan.json", ".hidden"})
    void foldersOfOthersAreLeftAlone(String file) throws IOException {
        Path theirs = folder.resolve("project").resolve(file);
        Files.createDirectories(theirs.getParent());
        Files.writeString(theirs, "theirs");
        for (List<String> command : List.of(
                List.of("build"),
                List.of("sim"),
                List.of("synth"),
                List.of("lint"),
                List.of("board", "--board", "basys3"))) {
            List<Object> words = new ArrayList<>(command);
            words.addAll(List.of(Shell.tiny(folder), "--out", folder.resolve("project")));
            Shell.fail(ExitCode.REFUSED, words.toArray())
                    .says("project: error: Systole did not write this folder", "--out");
        }
        assertEquals("theirs", Files.readString(theirs));
        try (Stream<Path> all = Files.walk(folder.resolve("project"))) {
            assertEquals(List.of(theirs), all.filter(Files::isRegularFile).toList());
        }
    }

    @Test
    void anEditedFileStaysAndIsTold() throws IOException {
        Path out = folder.resolve("d");
        Shell.succeed("build", Shell.tiny(folder), "--out", out);
        Path file = Files.writeString(out.resolve("rtl/tiny.v"), "edited");
        Shell.succeed("build", Shell.tiny(folder), "--out", out).says("rtl/tiny.v stays as it is");
        assertEquals("edited", Files.readString(file));
        Path other = Shell.write(
                folder.resolve("other.net"), "network tiny\ninput x : int8[3, 2, 8]\ny = relu(x)\noutput y\n");
        String plan = Files.readString(out.resolve("plan.json"));
        Shell.fail(ExitCode.REFUSED, "build", other, "--out", out)
                .says("rtl/tiny.v: error: this file was edited", "nothing was written");
        assertEquals("edited", Files.readString(file));
        assertEquals(plan, Files.readString(out.resolve("plan.json")));
        Files.delete(file);
        Shell.succeed("build", other, "--out", out);
    }

    @Test
    void aNetworkThatIsTooLargeIsRefusedWithFigures() {
        Path model = Shell.write(
                folder.resolve("huge.net"),
                """
                network huge
                input x : int16[4, 4096, 64]
                y = maxpool2d(x, kernel = 2, stride = 2)
                output y
                """);
        Shell.succeed("check", model);
        Shell.fail(ExitCode.REFUSED, "build", model, "--board", "cora-z7-07s", "--out", folder.resolve("d"))
                .says("does not fit", "RAMB18", "choose a larger board");
    }

    /** Its ring alone takes more block RAM than the smallest of the boards has. */
    @Test
    void withoutABoardTheFirstThatTheNetworkFitsIsTaken() {
        Path model = Shell.write(
                folder.resolve("broad.net"),
                """
                network broad
                input x : int16[4, 4096, 32]
                y = maxpool2d(x, kernel = 2, stride = 2)
                output y
                """);
        Shell.succeed("build", model, "--out", folder.resolve("d"))
                .says("broad does not fit Digilent Arty A7-35T", "planning broad for Digilent Arty A7-100T");
    }
}
