package systole.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import systole.Repository;
import systole.frontend.text.NetReader;
import systole.network.Layer;
import systole.network.Network;
import systole.network.Node;

/**
 * The sample networks of all kinds: {@code kinds/<kind>_<what>.net} among the test resources, each with a layer {@code y} of its kind. A new
 * kind adds a file there and inherits every test that runs over them.
 */
public final class KindSamples {
    private KindSamples() {}

    public static Path folder() {
        return Repository.root().resolve("generator/core/src/test/resources/kinds");
    }

    /** The files, sorted. */
    public static List<Path> files() {
        try (Stream<Path> all = Files.list(folder())) {
            return all.filter(p -> p.toString().endsWith(".net")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Network read(Path file) {
        return new NetReader(StandardCatalog.CATALOG).read(file);
    }

    /** A sample's layer. */
    public static Layer layer(Path file) {
        return read(file).nodes().stream()
                .filter(n -> n.name().equals("y"))
                .map(Node::layer)
                .findFirst()
                .orElseThrow();
    }
}
