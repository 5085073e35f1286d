package systole.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import systole.Systole;
import systole.network.Network;

/** Validates a network, including everything that its hardware needs, but makes no plan. */
@Command(name = "check", description = "Validate a network and tell whether it has hardware.")
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Systole systole;

    @Mixin
    private ModelArgument model;

    CheckCommand(Terminal terminal, Systole systole) {
        this.terminal = terminal;
        this.systole = systole;
    }

    @Override
    public Integer call() {
        Network network = systole.read(model.path()).network();
        systole.check(network);
        terminal.line(
                "OK  %s: %d layers, %,d parameters, %,d MACs a frame",
                network.name(), network.nodes().size(), network.parameters(), network.macs());
        return ExitCode.OK;
    }
}
