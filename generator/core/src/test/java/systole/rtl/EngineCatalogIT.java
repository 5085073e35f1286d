package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.catalog.EngineCatalog;
import systole.engine.EngineKind;

/** What every kind of engine inherits: its hardware is right, takes the predicted cycles, and costs what it says. */
class EngineCatalogIT {
    static List<String> kinds() {
        return EngineCatalog.CATALOG.kinds().stream().map(EngineKind::name).toList();
    }

    @Test
    void everySampleHasAKind() throws IOException {
        try (Stream<Path> files = Files.list(EngineSample.FOLDER)) {
            assertEquals(
                    new TreeSet<>(kinds()),
                    files.map(f -> f.getFileName().toString().replaceAll("\\..*", ""))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void aKindWithoutASampleIsToldWhatToAdd() {
        AssertionError error = assertThrows(AssertionError.class, () -> EngineSample.of("winograd"));
        assertEquals(
                "the engine winograd is not tested: add generator/core/src/test/resources/engines/winograd.net, "
                        + "a small network in which such an engine occurs",
                error.getMessage());
    }

    @Test
    void synthesisStaysWithinTheCost(@TempDir Path folder) {
        EngineCosts costs = new EngineCosts(folder);
        kinds().forEach(kind -> costs.with(EngineCheck.of(EngineSample.of(kind), EngineCatalog.CATALOG)));
        assertEquals(List.of(), costs.problems());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hardwareIsRightAndFaultsShow(String kind, @TempDir Path folder) {
        assertEquals(
                List.of(),
                EngineCheck.of(EngineSample.of(kind), EngineCatalog.CATALOG).problems(folder));
    }
}
