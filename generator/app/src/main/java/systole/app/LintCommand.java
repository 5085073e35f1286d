package systole.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    @Mixin
    private JsonOption json;

    LintCommand(Terminal terminal, Systole systole) {
        this.terminal = terminal;
        this.systole = systole;
    }

    @Override
    public Integer call() {
        BuiltDesign design = options.build(model.read(systole), model.path(), systole, terminal);
        String name = design.design().name();
        List<String> findings = PARSERS.stream()
                .flatMap(p -> systole.lint(design, p).stream().map(line -> p.name() + ": " + line))
                .toList();
        boolean clean = findings.isEmpty();
        ObjectNode root = Json.object().put("design", name).put("clean", clean);
        findings.forEach(root.putArray("findings")::add);
        String verdict = (clean ? "CLEAN" : "FAIL") + "  " + name + ": lint by verilator and iverilog";
        json.show(
                terminal,
                root,
                Stream.concat(findings.stream(), Stream.of(verdict))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining()));
        return clean ? ExitCode.OK : ExitCode.REFUSED;
    }
}
