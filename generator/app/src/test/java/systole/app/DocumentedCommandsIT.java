package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.Systole;

/**
 * Every line of the README and of the pages in {@code docs} that calls Systole does so as it stands there, with files in
 * the places of MODEL, X.npy and the like.
 */
class DocumentedCommandsIT {
    /** In a block of code, or behind four spaces; a comment may follow. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^(?: {4})?\\./systole +(?<words>[^#\n]+)");

    private static final int FRAMES = 2;

    @TempDir
    private Path folder;

    static Stream<Path> pages() {
        return Documentation.pages().stream().filter(p -> !commands(p).isEmpty());
    }

    private static List<String> commands(Path page) {
        return COMMAND.matcher(Documentation.text(page))
                .results()
                .map(match -> match.group(1).strip())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsDoWhatTheySay(Path page) throws IOException {
        for (String command : commands(page)) {
            Shell shell = Shell.run(words(command).toArray());
            boolean line = command.contains("--port");
            assertEquals(line ? ExitCode.REFUSED : ExitCode.OK, shell.exit(), () -> command + ": " + shell);
            assertTrue(!line || shell.err().contains("/dev/ttyUSB1"), () -> command + ": " + shell);
        }
    }

    /** The command with real files, and a folder for what it writes. There is no board at the end of a line. */
    private List<Object> words(String command) throws IOException {
        Path model = model(command);
        Map<String, Object> files = new TreeMap<>(Map.of(
                "MODEL.net", model,
                "MODEL.tflite", model,
                "X.npy", inputs(model),
                "Y.npy", folder.resolve("Y.npy"),
                "DESIGN_A", folder.resolve("build"),
                "DESIGN_B", folder.resolve("synth"),
                "mine.json", Shell.root().resolve("constraints/boards/genesys2.json")));
        List<Object> words = new ArrayList<>();
        for (String word : command.split(" +")) {
            boolean ours = word.startsWith("examples/");
            words.add(ours ? Shell.root().resolve(word) : files.getOrDefault(word, word));
        }
        if (Pattern.matches("(build|sim|synth|board|run) .*", command)) {
            Path design = folder.resolve(command.startsWith("run") ? "board" : command.split(" ")[0]);
            words.addAll(List.of("--out", design));
            if (command.startsWith("run")) {
                Shell.succeed("board", words.get(1), "--board", "arty-a7-100t", "--out", design);
            }
        }
        return words;
    }

    private Path model(String command) throws IOException {
        if (command.contains("MODEL.tflite")) {
            return Shell.root().resolve("generator/app/src/test/resources/digits.tflite");
        }
        return command.contains("examples/motion") ? Shell.example("motion") : Shell.tiny(folder);
    }

    private Path inputs(Path model) {
        List<Integer> shape = new ArrayList<>(List.of(FRAMES));
        Systole.standard().read(model).network().inputType().shape().dims().forEach(shape::add);
        int elements = shape.stream().reduce(1, Math::multiplyExact);
        return Shell.npy(folder.resolve("X.npy"), shape, new long[elements]);
    }
}
