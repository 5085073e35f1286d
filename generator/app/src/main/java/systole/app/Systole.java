package systole.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself, which needs a command. */
@Command(
        name = "systole",
        description = "Turns quantized neural networks into proven FPGA hardware.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; with sim and run, every beat was right",
            "1:the input was refused, or the results differ",
            "2:the arguments are not understood",
            "3:a simulator, synthesizer or board failed",
            "4:a bug in Systole itself; please report it"
        })
final class Systole implements Callable<Integer> {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where in the program an error arose.")
    private boolean debug;

    @Spec
    private CommandSpec spec;

    boolean debug() {
        return debug;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
