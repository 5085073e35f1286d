package systole.app;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import systole.Systole;
import systole.frontend.onnx.RealArithmetic;
import systole.model.Model;
import systole.model.ReadingOptions;

/** The options of every command that reads a model. */
final class ReadOptions {
    @Option(names = "--allow-outside", description = "Read weights that lie outside of the folder of a .net file, too.")
    private boolean outside;

    @Option(
            names = {"--reals", "--average"},
            paramLabel = "runtime|exact",
            description =
                    "Where ONNX Runtime computes with real numbers that no integers can follow, such as means and"
                            + " a ReLU in front of another zero point than the least integer: refuse the model (runtime, the"
                            + " default), or round the exact result once (exact). How far the runtime may be from that is told.")
    private RealArithmetic reals = RealArithmetic.RUNTIME;

    Model read(Path model, Systole systole) {
        return systole.read(model, new ReadingOptions(outside, reals));
    }
}
