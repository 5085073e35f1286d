package systole.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON, too.")
    private Optional<Path> json;

    SynthCommand(Terminal terminal, Systole systole) {
        this.terminal = terminal;
        this.systole = systole;
    }

    @Override
    public Integer call() {
        json.ifPresent(OutputFile::forget);
        BuiltDesign design = options.build(systole.read(model.path()), systole, terminal);
        SynthesisReport synthesis = systole.synthesize(design);
        json.ifPresent(file -> OutputFile.write(file, Json.text(SynthesisJson.of(design.design(), synthesis))));
        terminal.text(new SynthReport(design, synthesis).text());
        return ExitCode.OK;
    }
}
