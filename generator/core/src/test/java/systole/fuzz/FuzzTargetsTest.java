package systole.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What the fuzzer starts from, and what it found once, passes. */
@Tag("slow")
class FuzzTargetsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TestFactory
    List<DynamicTest> seedsAndCrashersPass() {
        List<DynamicTest> tests = new ArrayList<>();
        for (FuzzTarget target : FuzzTargets.ALL) {
            tests.add(DynamicTest.dynamicTest(target.name() + " seeds", () -> {
                assertFalse(target.seeds().isEmpty());
                for (byte[] seed : target.seeds()) {
                    assertTimeoutPreemptively(LONG, () -> target.run(seed));
                }
            }));
            for (Path file : FuzzTargets.crashers(target)) {
                String name = target.name() + " " + file.getFileName();
                tests.add(DynamicTest.dynamicTest(name, () -> {
                    byte[] input = Files.readAllBytes(file);
                    assertTimeoutPreemptively(LONG, () -> target.run(input));
                }));
            }
        }
        return tests;
    }
}
