package systole.rtl;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.catalog.StandardCatalog;
import systole.frontend.text.NetWriter;
import systole.network.Network;
import systole.tool.Simulator;

/** Random networks around LSTMs, always the same: hardware equals golden, as fast as predicted. */
class RandomLstmRtlIT {
    private static final long NETWORKS = Long.getLong("systole.lstms", 12);
    private static final long FIRST = Long.getLong("systole.seed", 0);
    private static final Path FOLDER = Path.of("target/random-lstms").toAbsolutePath();

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + NETWORKS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hardwareEqualsGolden(long seed) {
        Network network = RandomLstms.of(seed);
        Path folder = FOLDER.resolve(network.name());
        List<Simulator> simulators =
                seed % 3 == 0 ? List.of(RtlCheck.VERILATOR, RtlCheck.ICARUS) : List.of(RtlCheck.VERILATOR);
        List<String> problems = RtlCheck.problems(network, RandomLstms.folding(seed), folder, seed, simulators);
        assertTrue(
                problems.isEmpty(),
                () -> String.join("\n", problems) + "\nin " + folder + ":\n"
                        + new NetWriter(StandardCatalog.CATALOG).write(network).text());
    }
}
