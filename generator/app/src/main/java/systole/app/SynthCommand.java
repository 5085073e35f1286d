package systole.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import systole.network.Network;
import systole.report.Report;
import systole.report.Results;
import systole.tool.Yosys;

/** Generates the hardware, synthesizes it and counts its resources. */
@Command(name = "synth", description = "Synthesize the hardware with Yosys and count its resources.")
final class SynthCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Flow flow;

    @Mixin
    private ModelArgument model;

    @Mixin
    private BuildOptions options;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON, too.")
    private Optional<Path> json;

    SynthCommand(Terminal terminal, Flow flow) {
        this.terminal = terminal;
        this.flow = flow;
    }

    @Override
    public Integer call() {
        json.ifPresent(OutputFile::forget);
        Network network = flow.read(model.path()).network();
        BuiltDesign design = options.build(network, flow, terminal);
        terminal.note("yosys: synthesizing, this may take minutes");
        SynthReport report =
                new SynthReport(design, new Yosys(design.design().board().chip()).synthesize(design.folder()));
        json.ifPresent(file -> OutputFile.write(file, Json.text(report.json())));
        Results.keepSynthesis(design.folder(), report.json());
        Report.write(design.design(), design.folder());
        terminal.text(report.text());
        return ExitCode.OK;
    }
}
