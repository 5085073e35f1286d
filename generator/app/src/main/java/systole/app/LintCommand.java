package systole.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import systole.BuiltDesign;
import systole.Systole;
import systole.tool.Simulator;

/** Checks the generated Verilog with two parsers. */
@Command(name = "lint", description = "Generate the hardware and lint it with Verilator and Icarus.")
final class LintCommand implements Callable<Integer> {
    private static final List<Simulator> PARSERS = List.of(Systole.verilator(), Systole.icarus());

    private final Terminal terminal;
    private final Systole systole;

    @Mixin
    private ModelArgument model;

    @Mixin
    private BuildOptions options;

    LintCommand(Terminal terminal, Systole systole) {
        this.terminal = terminal;
        this.systole = systole;
    }

    @Override
    public Integer call() {
        BuiltDesign design = options.build(systole.read(model.path()), systole, terminal);
        boolean clean = true;
        for (Simulator parser : PARSERS) {
            List<String> findings = systole.lint(design, parser);
            findings.forEach(line -> terminal.line("%s: %s", parser.name(), line));
            clean &= findings.isEmpty();
        }
        terminal.line(
                "%s  %s: lint by verilator and iverilog",
                clean ? "CLEAN" : "FAIL", design.design().name());
        return clean ? ExitCode.OK : ExitCode.REFUSED;
    }
}
