package systole.app;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import systole.Systole;
import systole.model.Model;

/** The option to trust a network. */
final class OutsideOption {
    @Option(names = "--allow-outside", description = "Read weights that lie outside of the folder of a .net file, too.")
    private boolean allowed;

    Model read(Path model, Systole systole) {
        return allowed ? systole.readTrusted(model) : systole.read(model);
    }
}
