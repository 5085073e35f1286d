package systole.frontend.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.Repository;
import systole.catalog.StandardCatalog;
import systole.data.NpyArray;
import systole.data.Npz;
import systole.golden.GoldenModel;
import systole.network.Port;

/** Integer models with RequantShift: the output and every activation that was stored with them. */
class DeeployTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("systole.models", Repository.root() + "/../shared/models"), "deeploy");

    static Path file(String model, String name) {
        Path file = FOLDER.resolve(model).resolve(name);
        Assumptions.assumeTrue(Files.isRegularFile(file), () -> "skipped: there is no " + file);
        return file;
    }

    @ParameterizedTest
    @CsvSource({"KeywordSpotting, 11", "miniMobileNet, 5"})
    void everyActivationIsEqual(String name, int layers) throws IOException {
        Path folder = file(name, "network.onnx").getParent();
        OnnxModel model = new OnnxReader(note -> {}).read(folder.resolve("network.onnx"));
        GoldenModel golden = new GoldenModel(
                model.network(), layer -> StandardCatalog.CATALOG.of(layer).golden());
        int[] frame = only(folder.resolve("inputs.npz"));
        int[] output = golden.run(model.in().port().layout().toStream(frame));
        assertArrayEquals(
                only(folder.resolve("outputs.npz")), model.out().port().layout().fromStream(output));
        List<String> tensors = tensors(folder);
        SortedMap<String, NpyArray> stored = activations(folder);
        assertEquals(layers, stored.size());
        assertEquals(layers, tensors.size());
        int layer = 0;
        for (NpyArray activation : stored.values()) {
            Port port = model.tensors().get(tensors.get(layer++));
            assertArrayEquals(
                    activation.toInts(), port.layout().fromStream(golden.tensor(port.node())), port.toString());
        }
    }

    /** What the network has of the file's tensors, in the file's order. */
    private static List<String> tensors(Path folder) throws IOException {
        ModelProto proto = ModelProto.parseFrom(Files.readAllBytes(folder.resolve("network.onnx")));
        return proto.getGraph().getNodeList().stream()
                .filter(n -> List.of("RequantShift", "MaxPool").contains(n.getOpType()))
                .map(n -> n.getOutput(0))
                .toList();
    }

    /** All but the sums, by names that sort in the order of execution. */
    private static SortedMap<String, NpyArray> activations(Path folder) {
        SortedMap<String, NpyArray> activations = new TreeMap<>();
        Npz.read(folder.resolve("activations.npz")).forEach((name, array) -> {
            if (name.contains("_act_pass_") || name.equals("model_5")) {
                activations.put(name.startsWith("_") ? "z" + name : name, array);
            }
        });
        return activations;
    }

    static int[] only(Path file) {
        SortedMap<String, NpyArray> arrays = Npz.read(file);
        return arrays.get(arrays.firstKey()).toInts();
    }
}
