package systole.app;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import systole.Systole;
import systole.model.Model;

/** The argument MODEL. */
final class ModelArgument {
    @Parameters(paramLabel = "MODEL", description = "The network, a .net, .tflite or .onnx file.")
    private Path path;

    @Mixin
    private ReadOptions options;

    Path path() {
        return path;
    }

    Model read(Systole systole) {
        return options.read(path, systole);
    }
}
