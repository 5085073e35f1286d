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

/** Random networks, always the same: hardware equals golden, as fast as predicted. More of them: RandomNetworkSoakIT. */
class RandomNetworkRtlIT {
    private static final long NETWORKS = 18;
    private static final Path FOLDER = Path.of("target/random-networks").toAbsolutePath();

    static LongStream seeds() {
        return LongStream.range(0, NETWORKS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hardwareEqualsGolden(long seed) {
        List<Simulator> simulators =
                seed % 3 == 0 ? List.of(RtlCheck.VERILATOR, RtlCheck.ICARUS) : List.of(RtlCheck.VERILATOR);
        Network network = RandomNetworks.of(seed);
        Path folder = FOLDER.resolve(network.name());
        List<String> problems = RtlCheck.problems(network, folder, seed, simulators);
        assertTrue(
                problems.isEmpty(),
                () -> String.join("\n", problems) + "\nin " + folder + ":\n"
                        + new NetWriter(StandardCatalog.CATALOG).write(network).text());
    }
}
