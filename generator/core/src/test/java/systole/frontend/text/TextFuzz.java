package systole.frontend.text;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import systole.Repository;
import systole.catalog.KindSamples;
import systole.catalog.StandardCatalog;
import systole.diagnostic.DiagnosticPrinter;
import systole.diagnostic.RefusedException;
import systole.fuzz.AcceptedNetwork;
import systole.fuzz.FuzzTarget;
import systole.network.Network;

/** Any text: a network, or a refusal that can be shown. */
public final class TextFuzz implements FuzzTarget {
    private static final TextFuzz TARGET = new TextFuzz();
    private static final Path EXAMPLES = Repository.root().resolve("examples");

    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.run(input);
    }

    @Override
    public String name() {
        return "text";
    }

    /** The examples, seen from the folder above theirs, the sample of each kind of layer, and broken texts. */
    @Override
    public List<byte[]> seeds() {
        return Stream.of(
                        files(EXAMPLES).map(file -> text(file).replaceAll("\"([\\w-]+)\\.npz:", "\"$1/$1.npz:")),
                        files(KindSamples.folder()).map(TextFuzz::text),
                        files(KindSamples.folder().resolveSibling("broken")).map(TextFuzz::text))
                .flatMap(texts -> texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".net")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> words() {
        return Stream.of(
                        StandardCatalog.CATALOG.names().stream(),
                        StandardCatalog.CATALOG.names().stream()
                                .flatMap(kind ->
                                        StandardCatalog.CATALOG.find(kind).orElseThrow().syntax().keys().stream()),
                        Stream.of(
                                "network", "input", "output", "fold", "pe", "simd", "scale", "zero", "int8", "uint16"),
                        Stream.of(
                                "double", "half_up", "pow2", "shift", "float", "thresholds", "mul", "log2", "rounding"))
                .flatMap(words -> words)
                .distinct()
                .toList();
    }

    @Override
    public void run(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Network network;
        try {
            network = new NetReader(StandardCatalog.CATALOG).read(text, "fuzz.net", EXAMPLES);
        } catch (RefusedException e) {
            assertFalse(e.diagnostics().isEmpty());
            DiagnosticPrinter.of(Map.of("fuzz.net", text)).print(e.diagnostics());
            return;
        }
        AcceptedNetwork.check(network);
    }
}
