package systole.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import systole.data.Npy;
import systole.data.NpyArray;
import systole.data.NpyType;

class GoldenCommandTest {
    private static final int ELEMENTS = 24;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "fashion, images.npy, INT8",
        "residual, inputs.npy, INT8",
        "separable, inputs.npy, INT8",
        "motion, inputs.npy, UINT8",
        "vowels-lstm, inputs.npy, INT8",
    })
    void outputsAreThoseOfTheReference(String name, String inputs, NpyType type) {
        Path outputs = folder.resolve("new/outputs.npy");
        Shell.succeed("golden", Shell.example(name), "--inputs", Shell.example(name, inputs), "--outputs", outputs);
        NpyArray expected = Npy.read(Shell.example(name, "expected.npy"));
        NpyArray actual = Npy.read(outputs);
        assertEquals(expected.shape(), actual.shape());
        assertArrayEquals(expected.toLongs(), actual.toLongs());
        assertEquals(type, actual.type());
    }

    @Test
    void wrongArraysAreRefusedAndNothingIsWritten() throws IOException {
        List<Integer> shape = List.of(1, 3, 2, 4);
        long[] zeros = new long[ELEMENTS];
        long[] tooMuch = zeros.clone();
        tooMuch[ELEMENTS - 2] = 128;
        Path good = Shell.npy(folder.resolve("good.npy"), shape, zeros);
        refused(folder.resolve("missing.npy"), "there is no such file");
        refused(folder, "cannot read");
        refused(Shell.npy(folder.resolve("single.npy"), List.of(3, 2, 4), zeros), "single frame", "[frames, 3, 2, 4]");
        refused(Shell.npy(folder.resolve("flat.npy"), List.of(1, ELEMENTS), zeros), "the shape is [1, 24]");
        refused(Shell.npy(folder.resolve("none.npy"), List.of(0, 3, 2, 4)), "no frames");
        refused(
                Shell.npy(folder.resolve("large.npy"), shape, tooMuch),
                "frame 0, y 2, x 1, channel 2: 128 is outside int8");
        Path real = folder.resolve("real.npy");
        Npy.write(NpyArray.ofDoubles(shape, new double[ELEMENTS]), real);
        refused(real, "float64", "quantize");
        Path cut = folder.resolve("cut.npy");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(good), (int) Files.size(good) - 5));
        refused(cut, "truncated");
        refused(Shell.write(folder.resolve("text.npy"), "no array"), "not a NumPy file");
    }

    private void refused(Path inputs, String... words) {
        Path outputs = folder.resolve("outputs.npy");
        Shell.fail(ExitCode.REFUSED, "golden", Shell.tiny(folder), "--inputs", inputs, "--outputs", outputs)
                .says(words);
        assertFalse(Files.exists(outputs));
    }

    @Test
    void outputsThatCannotBeWrittenAreRefused() throws IOException {
        Path inputs = Shell.npy(folder.resolve("in.npy"), List.of(1, 3, 2, 4), new long[ELEMENTS]);
        Path model = Shell.tiny(folder);
        Shell.fail(ExitCode.REFUSED, "golden", model, "--inputs", inputs, "--outputs", model.resolve("y.npy"))
                .says("tiny.net");
        Shell.fail(ExitCode.REFUSED, "golden", model, "--inputs", inputs, "--outputs", folder)
                .says("error: " + folder);
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count(), "nothing is left half-written");
        }
    }
}
