package systole.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import systole.diagnostic.Problems;
import systole.diagnostic.SourceRef;
import systole.layer.LayerKind;
import systole.layer.Syntax;
import systole.network.Layer;
import systole.network.Network;
import systole.network.NetworkValidator;
import systole.network.Node;
import systole.text.NetReader;
import systole.text.NetWriter;

/** What holds for every kind of layer. */
class StandardCatalogTest {
    static Stream<Samples.Sample> samples() {
        return Samples.all().stream();
    }

    @Test
    void everyKindHasASample() {
        assertEquals(
                List.copyOf(StandardCatalog.CATALOG.names()).stream().sorted().toList(),
                samples().map(s -> s.layer().kind()).distinct().sorted().toList());
    }

    @Test
    void kindsKnowTheirNames() {
        samples()
                .forEach(s -> assertEquals(
                        s.layer().kind(), StandardCatalog.CATALOG.of(s.layer()).name()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void textAndBack(Samples.Sample sample, @TempDir Path folder) {
        Network network = network(sample);
        Path file = folder.resolve("sample.net");
        new NetWriter(StandardCatalog.CATALOG).write(network, file);
        assertEquals(network, new NetReader(StandardCatalog.CATALOG).read(file));
    }

    private static Network network(Samples.Sample sample) {
        Layer layer = sample.layer();
        List<String> inputs =
                IntStream.range(0, layer.arity().min()).mapToObj(i -> "x").toList();
        Node node = new Node("y", layer, inputs, Optional.empty(), SourceRef.NONE);
        return NetworkValidator.validate(
                "sample", "x", sample.input(), List.of(node), "y", SourceRef.NONE, new Problems());
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
