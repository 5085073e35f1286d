package systole.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import systole.network.Network;
import systole.tool.Icarus;
import systole.tool.Simulator;
import systole.tool.Verilator;

/** Checks the generated Verilog with two parsers. */
@Command(name = "lint", description = "Generate the hardware and lint it with Verilator and Icarus.")
final class LintCommand implements Callable<Integer> {
    private static final List<Simulator> PARSERS = List.of(new Verilator(Verilator.Profile.QUICK_BUILD), new Icarus());

    private final Terminal terminal;
    private final Flow flow;

    @Mixin
    private ModelArgument model;

    @Mixin
    private BuildOptions options;

    LintCommand(Terminal terminal, Flow flow) {
        this.terminal = terminal;
        this.flow = flow;
    }

    @Override
    public Integer call() {
        Network network = flow.read(model.path()).network();
        BuiltDesign design = options.build(network, flow, terminal);
        boolean clean = true;
        for (Simulator parser : PARSERS) {
            List<String> findings = parser.lint(design.folder().rtl(), network.name());
            findings.forEach(line -> terminal.line("%s: %s", parser.name(), line));
            clean &= findings.isEmpty();
        }
        terminal.line("%s  %s: lint by verilator and iverilog", clean ? "CLEAN" : "FAIL", network.name());
        return clean ? ExitCode.OK : ExitCode.REFUSED;
    }
}
