package systole.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import systole.diagnostic.RefusedException;
import systole.diagnostic.SourceRef;
import systole.frontend.onnx.OnnxModel;
import systole.frontend.onnx.OnnxReader;
import systole.frontend.text.NetReader;
import systole.frontend.tflite.TfliteReader;
import systole.layer.Catalog;

/** Reads models of every format for which there is a frontend. The suffix of a file's name tells its format. */
public final class ModelReader {
    private static final String TEXT = ".net";
    private static final String TFLITE = ".tflite";
    private static final String ONNX = ".onnx";

    private final SortedMap<String, Function<Path, Model>> frontends;

    /** @param frontends the frontends by suffix, with the dot, in lower case */
    public ModelReader(Map<String, Function<Path, Model>> frontends) {
        this.frontends = new TreeMap<>(frontends);
    }

    /**
     * The frontends of Systole. A new one adds one line here.
     *
     * @param notes receives a line for each part of a model that is left out
     */
    public static ModelReader over(Catalog catalog, Consumer<String> notes, ReadingOptions options) {
        NetReader text = new NetReader(catalog, options.outside());
        TfliteReader tflite = new TfliteReader(notes);
        return new ModelReader(Map.of(
                TEXT, file -> Model.plain(text.read(file)),
                TFLITE, file -> Model.plain(tflite.read(file)),
                ONNX, file -> onnx(new OnnxReader(notes, options.reals()).read(file))));
    }

    /** Whether a file is a model, by its name. */
    public static boolean isModel(String name) {
        return Stream.of(TEXT, TFLITE, ONNX).anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    /**
     * Reads a model.
     *
     * @throws RefusedException with every problem found
     */
    public Model read(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        String supported = "models are " + String.join(", ", frontends.keySet()) + " files";
        if (Files.isDirectory(file)) {
            throw refused(file, "this is a folder", "name the file in it; " + supported);
        }
        return frontends.entrySet().stream()
                .filter(frontend -> name.endsWith(frontend.getKey()))
                .findFirst()
                .orElseThrow(() -> refused(file, "the format of this model is not supported", supported))
                .getValue()
                .apply(file);
    }

    private static Model onnx(OnnxModel model) {
        return new Model(model.network(), model.in(), model.out(), model.rim());
    }

    private static RefusedException refused(Path file, String message, String hint) {
        return RefusedException.of(new SourceRef(file.toString(), 0, 0), message, hint);
    }
}
