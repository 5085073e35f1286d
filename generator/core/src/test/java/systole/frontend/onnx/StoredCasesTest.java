package systole.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import systole.Repository;
import systole.catalog.StandardCatalog;
import systole.data.Npy;
import systole.diagnostic.RefusedException;
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

    /** What the runtime computes with real numbers, so that no integers equal it for all inputs. */
    @ParameterizedTest
    @CsvSource({
        "onnx_sym_relu, the limits behind operator 3 Conv",
        "onnx_reducemean, depends on the order of its roundings",
        "onnx_avgpool2x2, depends on the order of its roundings"
    })
    void whatIsRefusedIsTold(String name, String told) {
        Path file = file(name, "model.onnx");
        RefusedException refused = assertThrows(RefusedException.class, () -> new OnnxReader(note -> {}).read(file));
        assertTrue(refused.getMessage().contains(told), refused.getMessage());
    }

    private static int[] integers(Path file) {
        return Arrays.stream(Npy.read(file).toDoubles()).mapToInt(x -> (int) x).toArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "onnx_weight_transpose",
                "brevitas_qcdq_w8a8",
                "onnx_float_bias",
                "ort_double_qdq",
                "deeploy_contrib_domain",
                "onnx_slice_channels",
                "deeploy_negative_mul",
                "onnx_tf2onnx_head_tail"
            })
    void theOutputsAreEqual(String name) {
        OnnxModel model = new OnnxReader(note -> {}).read(file(name, "model.onnx"));
        GoldenModel golden = new GoldenModel(
                model.network(), layer -> StandardCatalog.CATALOG.of(layer).golden());
        int[] inputs = integers(file(name, "inputs.npy"));
        int[] outputs = integers(file(name, "outputs.npy"));
        int size = model.network().inputType().shape().elements();
        int[] actual = new int[outputs.length];
        int at = 0;
        for (int from = 0; from < inputs.length; from += size) {
            int[] frame = model.in().port().layout().toStream(Arrays.copyOfRange(inputs, from, from + size));
            int[] result = model.out().port().layout().fromStream(golden.run(frame));
            System.arraycopy(result, 0, actual, at, result.length);
            at += result.length;
        }
        assertArrayEquals(outputs, actual, name);
    }
}
