package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.catalog.KindSamples;

/** The hardware of every kind of layer computes what the kind's golden model does. */
class KindsIT {
    static List<Path> samples() {
        return KindSamples.files();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void hardwareEqualsGolden(Path sample, @TempDir Path folder) {
        assertEquals(List.of(), RtlCheck.problems(KindSamples.read(sample), folder, 1, List.of(RtlCheck.ICARUS)));
    }
}
