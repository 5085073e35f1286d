package systole.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

    @Mixin
    private JsonOption json;

    CheckCommand(Terminal terminal, Systole systole) {
        this.terminal = terminal;
        this.systole = systole;
    }

    @Override
    public Integer call() {
        Network network = model.read(systole).network();
        systole.check(network);
        ObjectNode root = Json.object().put("network", network.name());
        root.put("layers", network.nodes().size());
        root.put("parameters", network.parameters()).put("macs", network.macs());
        json.show(
                terminal,
                root,
                Text.format(
                        "OK  %s: %d layers, %,d parameters, %,d MACs a frame\n",
                        network.name(), network.nodes().size(), network.parameters(), network.macs()));
        return ExitCode.OK;
    }
}
