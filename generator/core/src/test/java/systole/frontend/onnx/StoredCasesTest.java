package systole.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systole.Repository;
import systole.catalog.StandardCatalog;
import systole.data.Npy;
import systole.golden.GoldenModel;

/** Small models as exporters write them, with the integers that ONNX Runtime computes by default. */
class StoredCasesTest {
    private static final Path FOLDER = Path.of(
                    System.getProperty("systole.models", Repository.root() + "/../shared/models"))
            .resolveSibling("cases")
            .resolve("models");

    private static Path file(String name, String file) {
        Path path = FOLDER.resolve(name).resolve(file);
        Assumptions.assumeTrue(Files.isRegularFile(path), () -> "skipped: there is no " + path);
        return path;
    }

    @ParameterizedTest
    @ValueSource(strings = {"onnx_weight_transpose"})
    void theOutputsAreEqual(String name) {
        OnnxModel model = new OnnxReader(note -> {}).read(file(name, "model.onnx"));
        GoldenModel golden = new GoldenModel(
                model.network(), layer -> StandardCatalog.CATALOG.of(layer).golden());
        int[] inputs = Npy.read(file(name, "inputs.npy")).toInts();
        int[] outputs = Npy.read(file(name, "outputs.npy")).toInts();
        int size = model.network().inputType().shape().elements();
        int[] actual = new int[outputs.length];
        int at = 0;
        for (int from = 0; from < inputs.length; from += size) {
            int[] frame = model.input().layout().toStream(Arrays.copyOfRange(inputs, from, from + size));
            int[] result = model.output().layout().fromStream(golden.run(frame));
            System.arraycopy(result, 0, actual, at, result.length);
            at += result.length;
        }
        assertArrayEquals(outputs, actual, name);
    }
}
