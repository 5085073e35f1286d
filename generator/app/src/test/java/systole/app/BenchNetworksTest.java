package systole.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.Systole;
import systole.frames.Frames;
import systole.golden.GoldenModel;
import systole.network.Network;

class BenchNetworksTest {
    private static final Systole SYSTOLE = Systole.standard();
    private static final int FRAMES = 3;

    @TempDir
    private Path folder;

    private List<Path> write(String name) {
        return new BenchNetworks(SYSTOLE).write(folder.resolve(name));
    }

    private Network read(Path file) {
        return SYSTOLE.read(file).network();
    }

    @Test
    void theyHaveTheSizesOfThoseThatTheyAreComparedWith() {
        List<Network> networks = write("one").stream().map(this::read).toList();
        assertEquals(
                List.of("lstm_20", "lstm_128"),
                networks.stream().map(Network::name).toList());
        assertEquals(
                List.of(6L * 80 * 21 + 20, 32L * 512 * 192),
                networks.stream().map(Network::macs).toList());
    }

    @Test
    void theyAreTheSameEachTime() throws IOException {
        for (Path file : write("one")) {
            Path again = write("another").stream()
                    .filter(f -> f.endsWith(file.getFileName()))
                    .findFirst()
                    .orElseThrow();
            for (String type : List.of(".net", ".npz")) {
                String name = file.getFileName().toString().replace(".net", type);
                assertArrayEquals(
                        Files.readAllBytes(file.resolveSibling(name)), Files.readAllBytes(again.resolveSibling(name)));
            }
        }
    }

    /** Otherwise the simulation would compare little more than clamps. */
    @Test
    void theirOutputsVary() {
        for (Path file : write("one")) {
            Network network = read(file);
            GoldenModel golden = SYSTOLE.golden(network);
            for (int[] frame : Frames.random(network.input(), FRAMES, 1).list()) {
                int[] output = golden.run(frame);
                long clamped =
                        Arrays.stream(output).filter(v -> v == -128 || v == 127).count();
                assertTrue(2 * clamped < output.length, network.name() + ": " + Arrays.toString(output));
            }
        }
    }
}
