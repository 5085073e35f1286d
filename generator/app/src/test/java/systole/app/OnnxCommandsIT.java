package systole.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import systole.data.Npy;

/**
 * A model that ONNX Runtime's quantizer wrote, with frames and results in its own order of dimensions, goes through every
 * command. The results are those of ONNX Runtime.
 */
class OnnxCommandsIT {
    private static final Path FOLDER = Shell.root().resolve("generator/app/src/test/resources");
    private static final Path MODEL = FOLDER.resolve("shapes.onnx");
    private static final String INPUTS = FOLDER.resolve("shapes.npz") + ":inputs";
    private static final String OUTPUTS = FOLDER.resolve("shapes.npz") + ":outputs";

    @TempDir
    Path folder;

    @Test
    void infoTellsHowFilesAreArrangedAndWhatIsLeftOut() throws IOException {
        Shell text = Shell.succeed("info", MODEL);
        assertTrue(text.out().contains("hold frames [3, 16, 16] as the model does; they stream as [16, 16, 3]"));
        text.says("the quantization of the input, tensor 'x', is left out: frames are int8 q, real = ");
        text.says("the dequantization of the output, tensor 'y', is left out: results are int8 q, real = ");
        JsonNode json = new ObjectMapper()
                .readTree(Shell.succeed("info", MODEL, "--json").out());
        assertEquals("[16,16,3]", json.path("inputs").path(0).path("shape").toString());
        assertEquals(
                "[3,16,16]", json.path("inputs").path(0).path("model_shape").toString());
    }

    @Test
    void everyCommandTakesIt() {
        assertTrue(Shell.succeed("check", MODEL).out().startsWith("OK  shapes: "));
        Path y = folder.resolve("y.npy");
        Shell.succeed("golden", MODEL, "--inputs", INPUTS, "--outputs", y);
        assertEquals(List.of(4, 10), Npy.read(y).shape());
        Path design = folder.resolve("design");
        Shell.succeed("sim", MODEL, "--inputs", INPUTS, "--expect", OUTPUTS, "--stall", 30, "--out", design);
        Shell.succeed("sim", MODEL, "--inputs", INPUTS, "--expect", y, "--out", design);
        assertTrue(Files.exists(design.resolve("plan.json")));
    }

    @Test
    void framesInTheOrderOfTheStreamAreRefused() {
        Path turned = Shell.npy(folder.resolve("x.npy"), List.of(1, 16, 16, 3), new long[16 * 16 * 3]);
        Shell.fail(ExitCode.REFUSED, "sim", MODEL, "--inputs", turned).says("it must be [frames, 3, 16, 16]");
    }

    @Test
    void archivesOfSeveralArraysAreAskedFor() {
        Path archive = FOLDER.resolve("shapes.npz");
        Shell.fail(ExitCode.REFUSED, "sim", MODEL, "--inputs", archive).says("there are inputs, outputs");
        Shell.fail(ExitCode.REFUSED, "sim", MODEL, "--inputs", archive + ":x").says("there is no array 'x'");
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(MODEL);
        for (int length : List.of(0, 3, 100, bytes.length / 2, bytes.length - 40)) {
            Path file = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(bytes, length));
            Shell.fail(ExitCode.REFUSED, "check", file).says("cut.onnx: error: ");
        }
    }
}
