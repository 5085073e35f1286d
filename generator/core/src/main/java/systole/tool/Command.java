package systole.tool;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;

/**
 * A program to run. Its output goes to a log file.
 *
 * @param words the program and its arguments
 * @param directory where it runs; must exist
 * @param log takes standard output and standard error; its folder is created
 * @param timeout the time after which it is ended, together with all programs that it started
 */
public record Command(List<String> words, Path directory, Path log, Duration timeout) {
    private static final int TAIL_LINES = 20;

    /** The result of a program that ended: its exit status and everything that it printed. */
    public record Outcome(int exitStatus, String output) {}

    public Command {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
    }

    /** Runs to the end. Standard error also goes to the log. */
    public Outcome run() {
        return run(false);
    }

    /**
     * Runs to the end. Standard error goes to that of this process, because long-running programs show their progress
     * there.
     */
    public Outcome runShowingProgress() {
        return run(true);
    }

    /**
     * Runs to the end and returns what was printed.
     *
     * @throws ToolFailedException if the exit status is not 0
     */
    public String succeed() {
        Outcome outcome = run();
        if (outcome.exitStatus() != 0) {
            throw failure("failed with exit status " + outcome.exitStatus(), outcome.output());
        }
        return outcome.output();
    }

    /** The exception that describes the failure of this command. */
    ToolFailedException failure(String problem, String output) {
        List<String> lines = output.lines().toList();
        String tail = String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        return ToolFailedException.of(words.get(0) + " " + problem, log, tail);
    }

    private Outcome run(boolean showingProgress) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("no such folder: " + directory);
        }
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(directory.toFile())
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectOutput(log.toFile())
                    .redirectErrorStream(!showingProgress);
            if (showingProgress) {
                builder.redirectError(Redirect.INHERIT);
            }
            int status = await(start(builder));
            return new Outcome(status, printed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw RefusedException.of(SourceRef.NONE, words.get(0) + " not found", "run make setup");
        }
    }

    private int await(Process process) throws IOException {
        try {
            if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            end(process);
            throw failure("did not end within " + timeout.toSeconds() + " s", printed());
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            throw new ToolFailedException(words.get(0) + " was interrupted", e);
        }
    }

    /**
     * Ends a process and its children. The parent is ended first, so that it does not continue when its child is gone.
     */
    private static void end(Process process) {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    private String printed() throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    }
}
