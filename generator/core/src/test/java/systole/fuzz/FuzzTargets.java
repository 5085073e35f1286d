package systole.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import systole.frontend.onnx.OnnxFuzz;
import systole.frontend.onnx.OnnxGraphFuzz;
import systole.frontend.text.TextFuzz;
import systole.frontend.tflite.TfliteFuzz;

/** All readers that are fuzzed. */
final class FuzzTargets {
    static final List<FuzzTarget> ALL = List.of(new TextFuzz(), new TfliteFuzz(), new OnnxFuzz(), new OnnxGraphFuzz());

    private FuzzTargets() {}

    /** The files that once broke the reader, sorted. */
    static List<Path> crashers(FuzzTarget target) {
        if (!Files.isDirectory(target.crashers())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(target.crashers())) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
