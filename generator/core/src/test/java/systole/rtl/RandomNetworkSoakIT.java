package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import systole.tool.Simulator;

/**
 * As RandomNetworkRtlIT, for as many networks as {@code -Dsystole.networks} says, two at a time, most of them under
 * Icarus and every fifth under Verilator. {@code -Dsystole.seed} is the first one's seed. Folders of failures stay.
 */
@Tag("soak")
class RandomNetworkSoakIT {
    private static final int NETWORKS = Integer.getInteger("systole.networks", 1000);
    private static final long FIRST = Long.getLong("systole.seed", 1000);
    private static final Path FOLDER = Path.of("target/random-networks-soak").toAbsolutePath();

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void hardwareEqualsGolden() throws InterruptedException {
        ExecutorService two = Executors.newFixedThreadPool(2);
        for (long seed = FIRST; seed < FIRST + NETWORKS; seed++) {
            long own = seed;
            two.execute(() -> check(own));
        }
        two.shutdown();
        two.awaitTermination(1, TimeUnit.DAYS);
        assertEquals("", String.join("\n", failures));
        assertEquals(NETWORKS, done.get());
    }

    private void check(long seed) {
        Path folder = FOLDER.resolve("random" + seed);
        Simulator simulator = seed % 5 == 0 ? RtlCheck.VERILATOR : RtlCheck.ICARUS;
        try {
            List<String> problems = problems(seed, folder, List.of(simulator));
            problems.forEach(problem -> failures.add("seed " + seed + ": " + problem));
            if (problems.isEmpty()) {
                delete(folder);
            }
        } catch (RuntimeException | IOException e) {
            failures.add("seed " + seed + ": " + e);
        }
        int count = done.incrementAndGet();
        if (count % 20 == 0 || count == NETWORKS) {
            System.err.println(count + " of " + NETWORKS + " networks, " + failures.size() + " failures");
        }
    }

    /** Every fourth network is one around an LSTM. */
    private static List<String> problems(long seed, Path folder, List<Simulator> simulators) {
        return seed % 4 == 1
                ? RtlCheck.problems(RandomLstms.of(seed), RandomLstms.folding(seed), folder, seed, simulators)
                : RtlCheck.problems(RandomNetworks.of(seed), folder, seed, simulators);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
