package systole.frontend.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import systole.network.Network;
import systole.toy.ToyCatalog;
import systole.toy.ToyNetworks;

class RoundTripTest {
    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("round-trip");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Network to text to network is the identity, and the text does not change either. */
    @Property
    void whatIsWrittenReadsBackEqual(@ForAll long seed) {
        Network network = ToyNetworks.of(seed);
        NetWriter writer = new NetWriter(ToyCatalog.CATALOG);
        Path file = folder.resolve("toy.net");
        writer.write(network, file);

        Network read = new NetReader(ToyCatalog.CATALOG).read(file);

        assertEquals(network, read);
        assertEquals(writer.write(network).text(), writer.write(read).text());
        assertEquals(writer.write(network).arrays(), writer.write(read).arrays());
    }

    @Property
    void linesStayReadable(@ForAll long seed) {
        String text =
                new NetWriter(ToyCatalog.CATALOG).write(ToyNetworks.of(seed)).text();
        assertTrue(text.lines().noneMatch(line -> line.endsWith(" ")), text);
        assertTrue(text.endsWith("\n") && !text.endsWith("\n\n"), text);
    }

    @Property
    void largeTensorsLieBesideTheText(@ForAll long seed) {
        NetText net = new NetWriter(ToyCatalog.CATALOG).write(ToyNetworks.of(seed));
        net.arrays().forEach((name, array) -> {
            assertTrue(array.size() > ArrayStore.MAX_INLINE, name);
            assertTrue(net.text().contains("\"toy.npz:" + name + "\""), name);
        });
    }
}
