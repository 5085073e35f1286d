package systole.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import systole.BuiltDesign;
import systole.Systole;
import systole.report.SynthesisJson;
import systole.tool.SynthesisReport;

/** Generates the hardware, synthesizes it and counts its resources. */
@Command(name = "synth", description = "Synthesize the hardware with Yosys and count its resources.")
final class SynthCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Systole systole;

    @Mixin
    private ModelArgument model;

    @Mixin
    private BuildOptions options;

    @Mixin
    private JsonOption json;

    SynthCommand(Terminal terminal, Systole systole) {
        this.terminal = terminal;
        this.systole = systole;
    }

    @Override
    public Integer call() {
        BuiltDesign design = options.build(model.read(systole), model.path(), systole, terminal);
        SynthesisReport synthesis = systole.synthesize(design);
        json.show(terminal, SynthesisJson.of(design.design(), synthesis), new SynthReport(design, synthesis).text());
        return ExitCode.OK;
    }
}
