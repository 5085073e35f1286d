package systole.frontend.tflite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import systole.Repository;
import systole.catalog.StandardCatalog;
import systole.data.Npy;
import systole.data.NpyArray;
import systole.golden.GoldenModel;
import systole.network.Network;

/** Models that others trained; tests with them are skipped where the folder ({@code -Dsystole.models}) is absent. */
final class Models {
    private static final Path ALL =
            Path.of(System.getProperty("systole.models", Repository.root() + "/../shared/models"));
    private static final Path FOLDER = ALL.resolve("tflite");
    private static final Path DATA = ALL.resolve("data");

    private Models() {}

    static Path file(String name) {
        Path file = FOLDER.resolve(name + ".tflite");
        Assumptions.assumeTrue(Files.isRegularFile(file), () -> "skipped: there is no " + file);
        return file;
    }

    static byte[] content(String name) throws IOException {
        return Files.readAllBytes(file(name));
    }

    /** The samples of {@code NAME.inputs.npy} or {@code NAME.outputs.npy}, each as a frame. */
    static List<int[]> samples(String name, String what) {
        return frames(FOLDER.resolve(name + "." + what + ".npy"));
    }

    /** Labelled keywords for {@code kws_ref_model}. */
    static List<int[]> keywords() {
        return frames(DATA.resolve("kws01.inputs.npy"));
    }

    /** The right classes of {@link #keywords}. */
    static int[] keywordLabels() {
        return Npy.read(DATA.resolve("kws01.labels.npy")).toInts();
    }

    /** Handwritten digits for {@code trained_lstm_int8}. */
    static List<int[]> digits() {
        return frames(DATA.resolve("mnist.images_u8.npy")).stream()
                .map(frame -> Arrays.stream(frame).map(pixel -> pixel - 128).toArray())
                .toList();
    }

    /** The right classes of {@link #digits}. */
    static int[] digitLabels() {
        return Npy.read(DATA.resolve("mnist.labels.npy")).toInts();
    }

    private static List<int[]> frames(Path file) {
        NpyArray array = Npy.read(file);
        int[] all = array.toInts();
        int size = all.length / array.shape().get(0);
        List<int[]> frames = new ArrayList<>();
        for (int from = 0; from < all.length; from += size) {
            frames.add(Arrays.copyOfRange(all, from, from + size));
        }
        return frames;
    }

    static GoldenModel golden(Network network) {
        return new GoldenModel(
                network, layer -> StandardCatalog.CATALOG.of(layer).golden());
    }
}
