package systole.report;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import systole.tool.Command;

/**
 * Chromium without a window.
 *
 * @param folder an empty one, for its profile and its log
 */
record Browser(Path folder) {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Pattern CONSOLE = Pattern.compile(":CONSOLE[:(].*");

    /**
     * What became of a page.
     *
     * @param document as it is after its scripts ran
     * @param console what they complained about, and errors that nobody caught
     */
    record Page(String document, List<String> console) {}

    Page open(Path page) {
        String output = run(page, "--dump-dom");
        List<String> console =
                CONSOLE.matcher(output).results().map(r -> r.group()).toList();
        return new Page(output, console);
    }

    void picture(Path page, int width, int height, Path png) {
        run(page, "--hide-scrollbars", "--window-size=" + width + "," + height, "--screenshot=" + png);
    }

    private String run(Path page, String... more) {
        List<String> words = Stream.of(
                        Stream.of(
                                "chromium",
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--enable-logging=stderr",
                                "--user-data-dir=" + folder.resolve("profile")),
                        Stream.of(more),
                        Stream.of(page.toUri().toString()))
                .flatMap(s -> s)
                .toList();
        return new Command(words, folder, folder.resolve("chromium.log"), TIMEOUT).succeed();
    }
}
