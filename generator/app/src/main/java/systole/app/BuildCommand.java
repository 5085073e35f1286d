package systole.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import systole.design.Design;
import systole.network.Network;

/** Generates the hardware. */
@Command(
        name = "build",
        description = "Generate the hardware of a network: Verilog, testbenches, plan.json, report.html.")
final class BuildCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Flow flow;

    @Mixin
    private ModelArgument model;

    @Mixin
    private BuildOptions options;

    @Option(names = "--json", description = "Print the plan as JSON.")
    private boolean json;

    BuildCommand(Terminal terminal, Flow flow) {
        this.terminal = terminal;
        this.flow = flow;
    }

    @Override
    public Integer call() {
        Network network = flow.read(model.path()).network();
        BuiltDesign design = options.build(network, flow, terminal);
        terminal.text(json ? design.design().file(Design.PLAN) : PlanReport.text(design));
        return ExitCode.OK;
    }
}
