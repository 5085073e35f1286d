package systole.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import systole.tool.Command;

/**
 * Runs Jazzer on a target, in a Java of its own with little memory. What it learns is kept in
 * {@code target/fuzz/NAME/corpus} and serves the next run.
 */
final class Fuzzer {
    private static final int MEMORY_MB = 512;
    private static final int SECONDS_FOR_ONE_INPUT = 10;
    private static final int MAX_LINES = 100;
    private static final int LONGEST_INPUT = 16_384;
    private static final Duration START = Duration.ofMinutes(5);
    private static final String WATCHED = "systole.**:org.tensorflow.lite.schema.**:com.google.flatbuffers.**";
    private static final String FINDING = "== Java Exception";
    private static final Pattern DONE = Pattern.compile("#(\\d+)\\s+DONE\\s+(cov: \\d+ ft: \\d+ corp: \\d+)");

    private final FuzzTarget target;
    private final Path folder;

    Fuzzer(FuzzTarget target) {
        this.target = target;
        this.folder = Path.of("target/fuzz", target.name()).toAbsolutePath();
    }

    /**
     * What came of it.
     *
     * @param isClean true if nothing was found
     * @param text one line about a clean run, or else what was found and where it lies
     */
    record Result(boolean isClean, String text) {}

    /**
     * Fuzzes.
     *
     * @param findings after so many different ones it ends, or after {@code seconds}
     */
    Result run(int findings, int seconds) {
        writeSeeds();
        Command.Outcome outcome = new Command(
                        command(findings, seconds), folder, folder.resolve("log"), START.plusSeconds(2L * seconds))
                .run();
        Matcher done = DONE.matcher(outcome.output());
        boolean clean = outcome.exitStatus() == 0 && !outcome.output().contains(FINDING);
        return clean && done.find()
                ? new Result(true, "%s: %s executions, %s".formatted(target.name(), done.group(1), done.group(2)))
                : new Result(false, found(outcome.output()));
    }

    private String found(String log) {
        String finding = log.lines()
                .filter(line -> line.startsWith("==") || line.startsWith("\tat ") || line.startsWith("Caused by"))
                .limit(MAX_LINES)
                .collect(Collectors.joining("\n"));
        return "%s: a finding\n%s\nthe log and the input lie in %s; mend the reader and keep the input in %s"
                .formatted(target.name(), finding, folder, target.crashers());
    }

    private List<String> command(int findings, int seconds) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + MEMORY_MB + "m",
                "-XX:+UseSerialGC",
                "-XX:-OmitStackTraceInFastThrow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getClass().getName(),
                "--instrumentation_includes=" + WATCHED,
                "--keep_going=" + findings,
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-dict=" + folder.resolve("words"),
                "-max_len=" + LONGEST_INPUT,
                "-timeout=" + SECONDS_FOR_ONE_INPUT,
                "-max_total_time=" + seconds,
                "-print_final_stats=1",
                folder.resolve("corpus").toString(),
                folder.resolve("seeds").toString());
    }

    private void writeSeeds() {
        try {
            Path seeds = Files.createDirectories(folder.resolve("seeds"));
            Files.createDirectories(folder.resolve("corpus"));
            List<byte[]> inputs = new ArrayList<>(target.seeds());
            for (Path crasher : FuzzTargets.crashers(target)) {
                inputs.add(Files.readAllBytes(crasher));
            }
            for (int i = 0; i < inputs.size(); i++) {
                Files.write(seeds.resolve(String.valueOf(i)), inputs.get(i));
            }
            Files.writeString(
                    folder.resolve("words"),
                    target.words().stream().map(word -> '"' + word + "\"\n").collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
