package systole.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Coverage-guided fuzzing of the readers: {@code make fuzz}. */
class FuzzIT {
    private static final int FINDINGS = 5;
    private static final int SECONDS_FOR_THE_PLANTED = 30;

    static List<String> targets() {
        return FuzzTargets.ALL.stream().map(FuzzTarget::name).toList();
    }

    @Test
    void aPlantedFaultIsFound() {
        Fuzzer.Result result = new Fuzzer(new PlantedFault()).run(1, SECONDS_FOR_THE_PLANTED);
        assertFalse(result.isClean());
        assertTrue(result.text().contains("IllegalStateException: found"), result.text());
    }

    @ParameterizedTest
    @MethodSource("targets")
    @Tag("fuzz")
    void nothingBreaks(String name) {
        FuzzTarget target = FuzzTargets.ALL.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
        Fuzzer.Result result = new Fuzzer(target).run(FINDINGS, Integer.getInteger("systole.fuzz.seconds", 60));
        System.out.println(result.text());
        assertTrue(result.isClean(), result.text());
    }
}
