package systole.app;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The argument MODEL. */
final class ModelArgument {
    @Parameters(paramLabel = "MODEL", description = "The network, a .net or .tflite file.")
    private Path path;

    Path path() {
        return path;
    }
}
