package systole.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import systole.BuiltDesign;
import systole.Systole;
import systole.design.Design;

/** Generates the hardware. */
@Command(
        name = "build",
        description = "Generate the hardware of a network: Verilog, testbenches, plan.json, report.html.")
final class BuildCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Systole systole;

    @Mixin
    private ModelArgument model;

    @Mixin
    private BuildOptions options;

    @Mixin
    private JsonOption json;

    BuildCommand(Terminal terminal, Systole systole) {
        this.terminal = terminal;
        this.systole = systole;
    }

    @Override
    public Integer call() {
        BuiltDesign design = options.build(model.read(systole), model.path(), systole, terminal);
        json.show(terminal, Json.parse(design.design().file(Design.PLAN)), PlanReport.text(design));
        return ExitCode.OK;
    }
}
