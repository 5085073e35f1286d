package systole.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.frontend.text.NetReader;
import systole.frontend.text.NetWriter;
import systole.layer.LayerKind;
import systole.layer.Syntax;
import systole.network.Layer;
import systole.network.Network;

/** What holds for every kind of layer. */
class StandardCatalogTest {
    static List<Path> samples() {
        return KindSamples.files();
    }

    @Test
    void everyKindHasASample() {
        assertEquals(
                StandardCatalog.CATALOG.names().stream().sorted().toList(),
                samples().stream()
                        .map(s -> KindSamples.layer(s).kind())
                        .distinct()
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void kindsKnowTheirNames(Path file) {
        Layer layer = KindSamples.layer(file);
        assertEquals(layer.kind(), StandardCatalog.CATALOG.of(layer).name());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void textAndBack(Path sample, @TempDir Path folder) {
        Network network = KindSamples.read(sample);
        Path file = folder.resolve("sample.net");
        new NetWriter(StandardCatalog.CATALOG).write(network, file);
        assertEquals(network, new NetReader(StandardCatalog.CATALOG).read(file));
    }

    @Test
    void keysAreUnique() {
        for (LayerKind<?> kind : StandardCatalog.CATALOG.kinds()) {
            Syntax<?> syntax = kind.syntax();
            assertEquals(
                    syntax.keys().size(),
                    syntax.keys().stream().collect(Collectors.toSet()).size(),
                    kind.name());
        }
    }
}
