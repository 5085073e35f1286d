package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.data.Sha256;

/** Whatever ends a build, its folder has the old design or the new one, and the next build needs no help. */
class InterruptedBuildsIT {
    private static final int MOST_MILLIS = 4_000;
    private static final int MOMENT_NANOS = 30_000_000;

    @TempDir
    Path folder;

    private Path out() {
        return folder.resolve("d");
    }

    private Path log() {
        return folder.resolve("log");
    }

    private static Path model(boolean large) {
        return Shell.example(large ? "separable" : "motion");
    }

    /** The contents of a design's files by their path, without those that are Systole's own. */
    private static SortedMap<String, String> files(Path design) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(design)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = design.relativize(file).toString();
                if (!path.startsWith(".systole/") && !path.equals("report.html")) {
                    files.put(path, Sha256.of(Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }

    private SortedMap<String, String> expected(boolean large) throws IOException {
        Path design = folder.resolve(large ? "large" : "small");
        Shell.succeed("build", model(large), "--out", design);
        return files(design);
    }

    /** Half of them end at any time, and half of them while files are written. */
    private void killed(int times, long seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        List<SortedMap<String, String>> designs = List.of(expected(false), expected(true));
        Shell.succeed("build", model(false), "--out", out());
        boolean large = false;
        for (int i = 0; i < times; i++) {
            Launched build = Launched.start(log(), List.of(), "build", model(!large), "--out", out());
            if (i % 2 == 0) {
                Path writing = out().resolve(".systole/staging");
                while (build.process().isAlive() && Files.notExists(writing)) {
                    Thread.onSpinWait();
                }
                Thread.sleep(0, random.nextInt(1_000_000));
                Thread.sleep(random.nextInt(MOMENT_NANOS) / 1_000_000);
            } else {
                Thread.sleep(random.nextInt(MOST_MILLIS));
            }
            build.kill();
            boolean decided = Files.exists(out().resolve(".systole/next"));
            SortedMap<String, String> left = files(out());
            assertTrue(decided || designs.contains(left), () -> "a mixture: " + left);
            if (random.nextBoolean()) {
                large = !large;
            }
            Shell.succeed("build", model(large), "--out", out());
            assertEquals(designs.get(large ? 1 : 0), files(out()));
            assertTrue(Files.notExists(out().resolve(".systole/staging")));
            assertTrue(Files.notExists(out().resolve(".systole/next")));
        }
    }

    @Test
    void twoThatAreKilled() throws IOException, InterruptedException {
        killed(2, 1);
    }

    @Test
    @Tag("soak")
    void fiftyThatAreKilled() throws IOException, InterruptedException {
        killed(50, 2);
    }

    private void atOnce(int times) throws IOException, InterruptedException {
        List<SortedMap<String, String>> designs = List.of(expected(false), expected(true));
        for (int i = 0; i < times; i++) {
            List<Launched> both = new ArrayList<>();
            for (boolean large : List.of(false, true)) {
                both.add(Launched.start(
                        folder.resolve("log" + large), List.of(), "build", model(large), "--out", out()));
            }
            for (Launched one : both) {
                assertEquals(ExitCode.OK, one.exit(), one::said);
            }
            SortedMap<String, String> left = files(out());
            assertTrue(designs.contains(left), () -> "a mixture: " + left);
        }
    }

    @Test
    void twoAtOnce() throws IOException, InterruptedException {
        atOnce(1);
    }

    @Test
    @Tag("soak")
    void twoAtOnceFiftyTimes() throws IOException, InterruptedException {
        atOnce(50);
    }

    /** The message names the file, and the old design stays. */
    @Test
    void aDiskThatIsFull() throws IOException, InterruptedException {
        SortedMap<String, String> old = expected(false);
        Shell.succeed("build", model(false), "--out", out());
        Launched build = Launched.limited(log(), 4, "build", model(true), "--out", out());
        assertEquals(ExitCode.REFUSED, build.exit(), build::said);
        assertTrue(build.said().matches("(?s).*error: " + out() + "/[a-z_./]+: .*"), build::said);
        assertEquals(old, files(out()));
        Launched first = Launched.limited(log(), 4, "build", model(true), "--out", folder.resolve("new"));
        assertEquals(ExitCode.REFUSED, first.exit(), first::said);
        assertEquals(new TreeMap<>(), files(folder.resolve("new")));
        Shell.succeed("build", model(true), "--out", folder.resolve("new"));
    }
}
