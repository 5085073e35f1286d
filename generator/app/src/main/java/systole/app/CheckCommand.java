package systole.app;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import systole.network.Network;

/** Validates a network, including everything that its hardware needs, but makes no plan. */
@Command(name = "check", description = "Validate a network and tell whether it has hardware.")
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Flow flow;

    @Mixin
    private ModelArgument model;

    CheckCommand(Terminal terminal, Flow flow) {
        this.terminal = terminal;
        this.flow = flow;
    }

    @Override
    public Integer call() {
        Network network = flow.read(model.path()).network();
        flow.planner().lower(network, Map.of());
        terminal.line(
                "OK  %s: %d layers, %,d parameters, %,d MACs a frame",
                network.name(), network.nodes().size(), network.parameters(), network.macs());
        return ExitCode.OK;
    }
}
