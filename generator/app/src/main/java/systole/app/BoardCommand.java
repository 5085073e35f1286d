package systole.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import systole.BuiltDesign;
import systole.Systole;
import systole.design.Design;

/** Writes everything that brings a network onto a board. */
@Command(
        name = "board",
        description = "Write everything that brings a network onto a board: hardware with its bus shell, constraints,"
                + " scripts for Vivado and open tools, drivers with a self-test, and a README with the three commands to type. The frames of"
                + " the self-test are those of --inputs, or those beside the model, or random ones.")
final class BoardCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Systole systole;

    @Mixin
    private ModelArgument model;

    @Mixin
    private KitOptions options;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec command;

    BoardCommand(Terminal terminal, Systole systole) {
        this.terminal = terminal;
        this.systole = systole;
    }

    @Override
    public Integer call() {
        options.problem(model.path()).ifPresent(problem -> {
            throw new ParameterException(command.commandLine(), problem);
        });
        BuiltDesign design = options.build(model.read(systole), model.path(), systole, terminal);
        json.show(
                terminal,
                Json.parse(design.design().file(Design.PLAN)),
                PlanReport.text(design) + "next: see " + design.shownFolder().resolve(Design.GUIDE) + "\n");
        return ExitCode.OK;
    }
}
