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

/** A TensorFlow Lite model, with real numbers at its ends, goes through every command. */
class TfliteCommandsIT {
    private static final Path MODEL = Shell.root().resolve("generator/app/src/test/resources/digits.tflite");

    @TempDir
    Path folder;

    @Test
    void infoTellsWhatIsLeftOut() throws IOException {
        Shell text = Shell.succeed("info", MODEL);
        assertTrue(text.out().startsWith("network digits, output softmax5"), text.out());
        text.says(
                "note: operator 0 QUANTIZE of the input is left out: frames are int8 q, real = ",
                "note: operator 6 DEQUANTIZE of the output is left out: results are int8 q, real = 0.00390625");
        JsonNode json = new ObjectMapper()
                .readTree(Shell.succeed("info", MODEL, "--json").out());
        assertEquals("[8,8,1]", json.path("inputs").path(0).path("shape").toString());
        assertEquals(64 * 36 + 192, json.path("macs").asInt());
    }

    @Test
    void everyCommandTakesIt() {
        String out = Shell.succeed("check", MODEL).out();
        assertTrue(out.startsWith("OK  digits: 5 layers"), out);
        Path x = Shell.npy(folder.resolve("x.npy"), List.of(2, 8, 8, 1), values(2 * 64));
        Path batches = Shell.npy(folder.resolve("batches.npy"), List.of(2, 1, 8, 8, 1), values(2 * 64));
        Path y = folder.resolve("y.npy");
        Shell.succeed("golden", MODEL, "--inputs", x, "--outputs", y);
        assertEquals(List.of(2, 3), Npy.read(y).shape());
        Path design = folder.resolve("design");
        Shell.succeed("sim", MODEL, "--inputs", batches, "--expect", y, "--stall", 30, "--out", design);
        Shell.succeed("build", MODEL, "--out", design);
        assertTrue(Files.exists(design.resolve("plan.json")));
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(MODEL);
        for (int length : List.of(0, 3, 8, 100, bytes.length / 2, bytes.length - 40)) {
            Path file = Files.write(folder.resolve("cut.tflite"), Arrays.copyOf(bytes, length));
            Shell.fail(ExitCode.REFUSED, "check", file).says("cut.tflite: error: ");
        }
    }

    private static long[] values(int count) {
        long[] values = new long[count];
        Arrays.setAll(values, i -> i * 37 % 256 - 128);
        return values;
    }
}
