package systole.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run of the program in a process of its own.
 *
 * @param process the Java virtual machine
 * @param log what it says
 */
record Launched(Process process, Path log) {
    /** Starts a command, with options of the virtual machine. */
    static Launched start(Path log, List<String> options, Object... words) {
        List<String> all = new ArrayList<>(java(options));
        Stream.of(words).map(Object::toString).forEach(all::add);
        return of(log, all);
    }

    /** Starts a command that may not write files of more than a number of kilobytes, as if the disk were full. */
    static Launched limited(Path log, int kilobytes, Object... words) {
        List<String> all = new ArrayList<>(List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "bash"));
        all.addAll(java(List.of("-XX:-UsePerfData")));
        Stream.of(words).map(Object::toString).forEach(all::add);
        return of(log, all);
    }

    /** Starts a command whose standard output goes somewhere else. */
    static Launched into(Path out, Path log, Object... words) {
        List<String> all = new ArrayList<>(java(List.of()));
        Stream.of(words).map(Object::toString).forEach(all::add);
        try {
            return new Launched(
                    new ProcessBuilder(all)
                            .redirectOutput(out.toFile())
                            .redirectError(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> java(List<String> options) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Xshare:auto");
        words.addAll(options);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), "systole.app.Main"));
        return words;
    }

    private static Launched of(Path log, List<String> words) {
        try {
            return new Launched(
                    new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end and returns the exit code. */
    int exit() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends it at once, as kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
