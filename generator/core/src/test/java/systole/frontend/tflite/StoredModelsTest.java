package systole.frontend.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import systole.catalog.StandardCatalog;
import systole.diagnostic.DiagnosticPrinter;
import systole.diagnostic.RefusedException;
import systole.frontend.text.NetReader;
import systole.frontend.text.NetWriter;
import systole.golden.GoldenModel;
import systole.network.Network;

/** Whole models against outputs that the reference kernels of TensorFlow Lite 2.18 gave. */
class StoredModelsTest {
    @ParameterizedTest
    @CsvSource({
        "hello_world_int8, 288, 48",
        "kws_ref_model, 2656768, 44",
        "pretrainedResnet_quant, 12501632, 48",
        "vww_96_int8, 7489664, 12",
        "ad01_int8, 264192, 48",
        "trained_lstm_int8, 113120, 48"
    })
    void outputsAreEqual(String name, long macs, int samples) {
        Network network = new TfliteReader(note -> {}).read(Models.file(name));
        GoldenModel golden = Models.golden(network);
        List<int[]> inputs = Models.samples(name, "inputs");
        List<int[]> outputs = Models.samples(name, "outputs");
        for (int i = 0; i < Math.min(samples, inputs.size()); i++) {
            int sample = i;
            assertArrayEquals(outputs.get(i), golden.run(inputs.get(i)), () -> name + ", sample " + sample);
        }
        assertEquals(macs, network.macs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello_world_int8", "kws_ref_model", "pretrainedResnet_quant"})
    void textAndBack(String name, @TempDir Path folder) {
        Network network = new TfliteReader(note -> {}).read(Models.file(name));
        Path text = folder.resolve("model.net");
        new NetWriter(StandardCatalog.CATALOG).write(network, text);
        assertEquals(network, new NetReader(StandardCatalog.CATALOG).read(text));
    }

    @Test
    void aFloatModelIsToldHowToQuantize() {
        String told = refusal("kws_ref_model_float32");
        assertTrue(told.contains("real numbers") && told.contains("full-integer post-training quantization"), told);
    }

    @Test
    void signalOperatorsAreNamed() {
        String told = refusal("audio_preprocessor_int8");
        assertTrue(told.contains("SignalFftAutoScale"), told);
    }

    private static String refusal(String name) {
        Path file = Models.file(name);
        RefusedException refused = assertThrows(RefusedException.class, () -> new TfliteReader(note -> {}).read(file));
        String text = DiagnosticPrinter.readingFiles().print(refused.diagnostics());
        return text;
    }
}
