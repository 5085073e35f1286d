package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import systole.data.Npy;
import systole.data.NpyArray;
import systole.data.Npz;

/**
 * Runs commands in this process, and keeps what they said.
 *
 * @param exit the exit code
 * @param out standard output
 * @param err standard error
 */
record Shell(int exit, String out, String err) {
    private static final Pattern TRACE = Pattern.compile("Exception|\\bat systole\\.|\\bat java\\.");

    /** Runs a command; no command may ever show a stack trace. */
    static Shell run(Object... words) {
        Shell result = runAsItIs(words);
        assertFalse(TRACE.matcher(result.out + result.err).find(), result::toString);
        return result;
    }

    /** Runs a command that may show a stack trace. */
    static Shell runAsItIs(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false);
        String[] arguments = Stream.of(words).map(Object::toString).toArray(String[]::new);
        int exit = Main.run(terminal, arguments);
        terminal.flush();
        return new Shell(exit, out.toString(), err.toString());
    }

    /** Runs a command that must succeed. */
    static Shell succeed(Object... words) {
        Shell result = run(words);
        assertEquals(ExitCode.OK, result.exit, result::toString);
        return result;
    }

    /** Runs a command that must fail in a certain way, and say nothing on standard output. */
    static Shell fail(int exit, Object... words) {
        Shell result = run(words);
        assertEquals(exit, result.exit, result::toString);
        assertEquals("", result.out);
        return result;
    }

    /** Asserts that standard error has all these words. */
    Shell says(String... words) {
        for (String word : words) {
            assertEquals(true, err.contains(word), () -> "'" + word + "' is missing in:\n" + err);
        }
        return this;
    }

    /** The repository's top folder. */
    static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve(".mvn")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("run the tests inside the repository"));
    }

    /** A file of an example, such as {@code fashion.net} or {@code images.npy} of {@code fashion}. */
    static Path example(String name, String file) {
        return root().resolve("examples").resolve(name).resolve(file);
    }

    /** The network of an example. */
    static Path example(String name) {
        return example(name, name + ".net");
    }

    /**
     * A file of a model that others trained, {@code NAME.tflite} or what lies beside it; the test is skipped where the
     * folder ({@code -Dsystole.models}) is absent.
     */
    static Path model(String name, String ending) {
        Path models = Path.of(System.getProperty("systole.models", root() + "/../shared/models"));
        Path file = models.resolve("tflite").resolve(name + ending);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);
        return file;
    }

    /** A file that somebody ran into; the test is skipped where the folder ({@code -Dsystole.usage}) is absent. */
    static Path usage(String file) {
        Path cases = Path.of(System.getProperty("systole.usage", root() + "/../shared/cases/usage"));
        Path path = cases.resolve(file);
        Assumptions.assumeTrue(Files.exists(path), () -> "skipped: there is no " + path);
        return path;
    }

    /** Writes {@code tiny.npz}, the weights of the network that the README shows. */
    static void readmeWeights(Path folder) {
        long[] weights = LongStream.range(0, 72).map(i -> i * 37 % 23 - 11).toArray();
        Npz.write(
                new TreeMap<>(Map.of("stem", NpyArray.ofLongs(List.of(8, 3, 3, 1), weights))),
                folder.resolve("tiny.npz"));
    }

    /** Writes a network that is built and simulated at once. */
    static Path tiny(Path folder) {
        return write(
                folder.resolve("tiny.net"),
                """
                network tiny

                input x : int8[3, 2, 4] zero 3

                y = relu(x)

                output y
                """);
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an array of integers. */
    static Path npy(Path file, List<Integer> shape, long... values) {
        Npy.write(NpyArray.ofLongs(shape, values), file);
        return file;
    }
}
