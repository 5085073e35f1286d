package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a process: what its surroundings do to it, and inputs that would keep it busy for long. */
class HostileInputsIT {
    private static final long SECONDS = 60;

    @TempDir
    Path folder;

    private Launched ended(List<String> options, Object... words) throws InterruptedException {
        Launched run = Launched.start(folder.resolve("log"), options, words);
        boolean over = run.process().waitFor(SECONDS, TimeUnit.SECONDS);
        run.kill();
        assertTrue(over, () -> Arrays.toString(words) + " takes more than " + SECONDS + " s");
        return run;
    }

    /** The contents of all files that a board's folder is made of. */
    private static String made(Path design) throws IOException {
        return Files.readString(design.resolve(".systole/design.sha256"))
                + Files.readString(design.resolve(".systole/results.sha256"));
    }

    /** A Turkish I has no dot, Arabic has other digits, and some systems end lines with two characters. */
    @ParameterizedTest
    @CsvSource({"arty-a7-100t, tr-TR", "pynq-z2, ar-EG-u-nu-arab"})
    void everyCountryGetsTheSameBytes(String board, String country) throws IOException, InterruptedException {
        Path model = Shell.tiny(folder);
        Path here = folder.resolve("here");
        Path there = folder.resolve("there");
        Shell.succeed("board", model, "--board", board, "--out", here);
        Locale locale = Locale.forLanguageTag(country);
        List<String> options = List.of(
                "-Duser.language=" + locale.getLanguage(),
                "-Duser.country=" + locale.getCountry(),
                "-Duser.extensions=" + country.replaceAll("^.....-?", ""),
                "-Dline.separator=\r\n",
                "-Dfile.encoding=ISO-8859-9");
        Launched run = ended(options, "board", model, "--board", board, "--out", there);
        assertEquals(ExitCode.OK, run.exit(), run::said);
        assertEquals(made(here), made(there));
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "--help"})
    void resultsThatAreLostAreAFailure(String command) throws InterruptedException {
        List<Object> words = new ArrayList<>(List.of(command));
        if (!command.equals("--help")) {
            words.add(Shell.tiny(folder));
        }
        Launched run = Launched.into(Path.of("/dev/full"), folder.resolve("log"), words.toArray());
        assertEquals(ExitCode.REFUSED, run.exit(), run::said);
        assertTrue(run.said().contains("error: standard output cannot be written"), run::said);
    }

    private static void isNotRead(Object... words) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(SECONDS), () -> Shell.fail(ExitCode.REFUSED, words), () -> Arrays.toString(words));
    }

    /** A pipe without a writer never says anything, and /dev/zero never ends. */
    @Test
    void devicesAndPipesAreNotRead() throws IOException, InterruptedException {
        Path model = Shell.tiny(folder);
        Path design = folder.resolve("d");
        for (Path file : List.of(Path.of("/dev/zero"), pipe("a.npy"))) {
            isNotRead("golden", model, "--inputs", file, "--outputs", folder.resolve("y.npy"));
            isNotRead("build", model, "--out", design, "--fold", file);
            isNotRead("run", file, "--port", "/dev/null", "--registers");
        }
        for (String name : List.of("a.net", "a.tflite", "a.onnx", "board.json")) {
            Path file = pipe(name);
            Object[] words = name.endsWith(".json")
                    ? new Object[] {"build", model, "--out", design, "--board", file}
                    : new Object[] {"check", file};
            isNotRead(words);
            Files.delete(file);
            Files.createSymbolicLink(file, Path.of("/dev/zero"));
            isNotRead(words);
        }
    }

    private Path pipe(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
        return file;
    }

    /** They were found to take minutes. */
    @ParameterizedTest
    @CsvSource({"manybomb.net, 1", "t_manyerr.net, 1", "meddense.net, 0"})
    void smallFilesEndSoon(String file, int exit) throws IOException, InterruptedException {
        Launched run = ended(List.of("-Xmx2g"), "check", Shell.usage("slow-small-files/" + file));
        assertEquals(exit, run.exit(), run::said);
        assertTrue(Files.size(run.log()) < 200_000, "the message is bounded");
    }
}
