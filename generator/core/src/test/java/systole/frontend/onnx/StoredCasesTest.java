package systole.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import systole.catalog.StandardCatalog;
import systole.diagnostic.RefusedException;
import systole.frontend.StoredCase;
import systole.golden.GoldenModel;

/** Small models as exporters write them, with the integers that ONNX Runtime computes by default. */
class StoredCasesTest {
    /** What the runtime computes with real numbers, so that no integers equal it for all inputs. */
    @ParameterizedTest
    @CsvSource({
        "onnx_sym_relu, the limits behind operator 3 Conv",
        "onnx_reducemean, depends on the order of its roundings",
        "onnx_avgpool2x2, depends on the order of its roundings"
    })
    void whatIsRefusedIsTold(String name, String told) {
        Path file = StoredCase.file(name, "model.onnx");
        RefusedException refused = assertThrows(RefusedException.class, () -> new OnnxReader(note -> {}).read(file));
        assertTrue(refused.getMessage().contains(told), refused.getMessage());
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
                "onnx_prelu",
                "deeploy_negative_mul",
                "onnx_tf2onnx_head_tail"
            })
    void theOutputsAreEqual(String name) {
        equal(name, RealArithmetic.RUNTIME);
    }

    /** The stored outputs are not among those that differ from the exact results. */
    @ParameterizedTest
    @ValueSource(strings = {"onnx_sym_relu", "onnx_reducemean"})
    void soAreTheExactOnes(String name) {
        equal(name, RealArithmetic.EXACT);
    }

    /** The mean of four elements lies on a half in a quarter of all cases, where the runtime's roundings go either way. */
    @Test
    void exactMeansAreNear() {
        int[] expected = StoredCase.integers("onnx_avgpool2x2", "outputs.npy");
        int[] actual = outputs("onnx_avgpool2x2", RealArithmetic.EXACT);
        assertEquals(expected.length, actual.length);
        int[] differences = IntStream.range(0, actual.length)
                .map(i -> Math.abs(expected[i] - actual[i]))
                .filter(d -> d > 0)
                .toArray();
        assertTrue(IntStream.of(differences).allMatch(d -> d == 1), Arrays.toString(differences));
        assertTrue(differences.length * 4 < actual.length, differences.length + " of " + actual.length);
    }

    private static void equal(String name, RealArithmetic reals) {
        assertArrayEquals(StoredCase.integers(name, "outputs.npy"), outputs(name, reals), name);
    }

    private static int[] outputs(String name, RealArithmetic reals) {
        OnnxModel model = new OnnxReader(note -> {}, reals).read(StoredCase.file(name, "model.onnx"));
        GoldenModel golden = new GoldenModel(
                model.network(), layer -> StandardCatalog.CATALOG.of(layer).golden());
        int[] inputs = StoredCase.integers(name, "inputs.npy");
        int size = model.network().inputType().shape().elements();
        int[] actual = new int
                [inputs.length / size * model.network().outputType().shape().elements()];
        int at = 0;
        for (int from = 0; from < inputs.length; from += size) {
            int[] frame = model.in().port().layout().toStream(Arrays.copyOfRange(inputs, from, from + size));
            int[] result = model.out().port().layout().fromStream(golden.run(frame));
            System.arraycopy(result, 0, actual, at, result.length);
            at += result.length;
        }
        return actual;
    }
}
