package systole.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import systole.catalog.EngineCatalog;
import systole.catalog.StandardCatalog;
import systole.diagnostic.Problems;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.frontend.text.NetReader;
import systole.frontend.text.NetText;
import systole.frontend.text.NetWriter;
import systole.golden.GoldenModel;
import systole.network.Network;
import systole.network.NetworkValidator;
import systole.style.streaming.Planner;
import systole.target.chip.ChipFamilies;

/** What must hold for every network that any reader lets in. */
public final class AcceptedNetwork {
    private static final long MAX_PARAMETERS = 5_000;
    private static final long MAX_MACS = 200_000;
    private static final long MAX_ELEMENTS = 20_000;
    private static final Planner PLANNER = new Planner(StandardCatalog.CATALOG, EngineCatalog.CATALOG);

    private AcceptedNetwork() {}

    /**
     * Checks that the network is valid, and, if it is small, that it reads back equal, has hardware or is refused it,
     * and computes.
     *
     * @throws AssertionError if not
     */
    public static void check(Network network) {
        assertEquals(network, validated(network), "the network is not valid");
        if (isSmall(network)) {
            checkText(network);
            checkHardware(network);
            checkGolden(network);
        }
    }

    private static boolean isSmall(Network network) {
        long elements = network.types().values().stream()
                .mapToLong(type -> type.shape().elements())
                .sum();
        return network.parameters() <= MAX_PARAMETERS && network.macs() <= MAX_MACS && elements <= MAX_ELEMENTS;
    }

    private static Network validated(Network network) {
        return NetworkValidator.validate(
                network.name(), network.input(), network.nodes(), network.outputs(), SourceRef.NONE, new Problems());
    }

    private static void checkText(Network network) {
        NetWriter writer = new NetWriter(StandardCatalog.CATALOG);
        NetReader reader = new NetReader(StandardCatalog.CATALOG);
        NetText written = writer.write(network);
        Network read = written.arrays().isEmpty()
                ? reader.read(written.text(), "again.net", Path.of("."))
                : throughFiles(network, writer, reader);
        assertEquals(network, read, "the text does not read back equal:\n" + written.text());
        assertEquals(written.text(), writer.write(read).text());
    }

    private static Network throughFiles(Network network, NetWriter writer, NetReader reader) {
        try {
            Path folder = Files.createTempDirectory("fuzz");
            try {
                writer.write(network, folder.resolve("again.net"));
                return reader.read(folder.resolve("again.net"));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void checkHardware(Network network) {
        try {
            PLANNER.lower(network, Map.of(), ChipFamilies.usual());
        } catch (RefusedException e) {
            // Not every network has hardware, and this one is told so.
        }
    }

    /** A frame of the least values and a frame of the largest. */
    private static void checkGolden(Network network) {
        GoldenModel golden = new GoldenModel(
                network, layer -> StandardCatalog.CATALOG.of(layer).golden());
        for (boolean greatest : new boolean[] {false, true}) {
            int[] frame = network.input()
                    .joined(network.input().types().stream()
                            .map(t -> IntStream.generate(() ->
                                            greatest ? t.type().max() : t.type().min())
                                    .limit(t.shape().elements())
                                    .toArray())
                            .toList());
            for (int result : golden.run(frame)) {
                if (!network.outputType().type().contains(result)) {
                    throw new AssertionError(result + " leaves " + network.outputType());
                }
            }
        }
    }
}
