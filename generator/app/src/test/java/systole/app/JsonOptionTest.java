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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command writes its results as JSON, and why there are none. */
class JsonOptionTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("result.json");
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(file().toFile());
    }

    /** The commands without tools, and what their results must have. */
    static Stream<List<String>> quick() {
        return Stream.of(
                List.of("check", "macs"),
                List.of("info", "layers"),
                List.of("build", "units", "--out", "d"),
                List.of("board", "units", "--out", "d", "--board", "basys3"),
                List.of("golden", "outputs", "--inputs", "x.npy", "--outputs", "y.npy"));
    }

    private List<Object> words(List<String> command) {
        Shell.npy(folder.resolve("x.npy"), List.of(1, 3, 2, 4), new long[24]);
        List<Object> words = new ArrayList<>(List.of(command.get(0), Shell.tiny(folder)));
        command.subList(2, command.size()).forEach(w -> words.add(w.matches("d|.*npy") ? folder.resolve(w) : w));
        return words;
    }

    @ParameterizedTest
    @MethodSource("quick")
    void resultsAreWritten(List<String> command) throws IOException {
        List<Object> words = words(command);
        String text = Shell.succeed(words.toArray()).out();
        words.addAll(List.of("--json", file()));
        assertEquals(text, Shell.succeed(words.toArray()).out(), "the text is the same");
        assertTrue(json().has(command.get(1)), () -> command + " has no such result");
        words.remove(words.size() - 1);
        assertEquals(
                Files.readString(file()), Shell.succeed(words.toArray()).out(), "without a file, to standard output");
    }

    @ParameterizedTest
    @MethodSource("quick")
    void refusalsAreWritten(List<String> command) throws IOException {
        List<Object> words = words(command);
        Files.writeString(file(), "of an earlier run");
        Path broken =
                Shell.write(folder.resolve("tiny.net"), "network tiny\ninput x : int8[4]\ny = rely(x)\noutput y\n");
        words.addAll(List.of("--json", file()));
        Shell.fail(ExitCode.REFUSED, words.toArray());
        assertEquals(ExitCode.REFUSED, json().path("exit").asInt());
        JsonNode problem = json().path("problems").path(0);
        assertEquals(broken.toString(), problem.path("file").asText());
        assertEquals(3, problem.path("line").asInt());
        assertEquals("there is no kind of layer 'rely'", problem.path("message").asText());
        assertEquals("did you mean 'relu'?", problem.path("hint").asText());
    }

    @Test
    void wrongArgumentsAreWritten() throws IOException {
        Shell.fail(ExitCode.USAGE, "sim", Shell.tiny(folder), "--json", file(), "--stall", "96");
        assertEquals(ExitCode.USAGE, json().path("exit").asInt());
        assertTrue(json().path("problems").path(0).path("message").asText().contains("0 to 95 percent"));
    }

    /** Also if the command line ends to make sense before it comes to the option. */
    @ParameterizedTest
    @ValueSource(
            strings = {"sim x.net --stall x", "build x.net --clock fast", "chekc x.net", "golden", "info a.net b.net"})
    void wrongArgumentsInFrontAreWritten(String words) throws IOException {
        Files.writeString(file(), "of an earlier run");
        Shell.fail(ExitCode.USAGE, (Object[]) (words + " --json " + file()).split(" "));
        assertEquals(ExitCode.USAGE, json().path("exit").asInt());
    }

    /** A model behind the option is that of the command, and it is not written to. */
    @Test
    void aModelIsNoFileForResults() throws IOException {
        Path model = Shell.tiny(folder);
        String text = Files.readString(model);
        String json = Shell.succeed("check", model, "--json").out();
        assertEquals(json, Shell.succeed("check", "--json", model).out());
        assertEquals(ExitCode.USAGE, Shell.run("golden", "--json", model).exit());
        assertEquals(text, Files.readString(model));
    }

    @Test
    void aBoardThatIsNotThereIsWritten() throws IOException {
        Shell.fail(ExitCode.REFUSED, "run", "--registers", "--port", "/dev/null", "--json", file());
        assertEquals(ExitCode.REFUSED, json().path("exit").asInt());
    }

    /** Expected outputs that are others than those of the golden model are a result, too. */
    @Test
    void aGoldenModelThatDiffersIsWritten() throws IOException {
        Path model = Shell.tiny(folder);
        Path x = Shell.npy(folder.resolve("x.npy"), List.of(1, 3, 2, 4), new long[24]);
        Path y = Shell.npy(folder.resolve("y.npy"), List.of(1, 3, 2, 4), new long[24]);
        Path out = folder.resolve("d");
        Shell.fail(ExitCode.REFUSED, "sim", model, "--inputs", x, "--expect", y, "--out", out, "--json", file())
                .says("the golden model differs in 24 of 24 elements", "1 error");
        assertFalse(json().path("passed").asBoolean(true));
        assertFalse(Files.exists(out));
    }
}
