package systole.rtl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import systole.catalog.StandardCatalog;
import systole.data.Npy;
import systole.frontend.text.NetReader;
import systole.network.Network;
import systole.tool.Stimulus;

/**
 * An example network with frames.
 *
 * @param inputs one array a frame
 * @param expected what the reference makes of each
 */
record Example(String name, Network network, List<int[]> inputs, List<int[]> expected) {
    /** Reads a network and the arrays beside it. */
    static Example read(Path net) {
        Path images = net.resolveSibling("images.npy");
        Path inputs = Files.exists(images) ? images : net.resolveSibling("inputs.npy");
        Network network = new NetReader(StandardCatalog.CATALOG).read(net);
        return new Example(network.name(), network, frames(inputs), frames(net.resolveSibling("expected.npy")));
    }

    private static List<int[]> frames(Path file) {
        var array = Npy.read(file);
        int frames = array.shape().get(0);
        int size = array.size() / frames;
        int[] all = array.toInts();
        return IntStream.range(0, frames)
                .mapToObj(i -> Arrays.copyOfRange(all, i * size, (i + 1) * size))
                .toList();
    }

    /** The first frames. */
    Stimulus stimulus(int frames) {
        return new Stimulus(inputs.subList(0, frames), expected.subList(0, frames));
    }

    @Override
    public String toString() {
        return name;
    }
}
