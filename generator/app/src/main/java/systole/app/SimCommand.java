package systole.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import systole.BuiltDesign;
import systole.Systole;
import systole.diagnostic.DiagnosticPrinter;
import systole.diagnostic.RefusedException;
import systole.folder.WrittenFolder;
import systole.frames.Comparison;
import systole.frames.Frames;
import systole.frames.TestData;
import systole.model.Model;
import systole.network.Network;
import systole.report.Simulation;
import systole.report.SimulationJson;
import systole.tool.SimulationOptions;

/** Generates the hardware, simulates it, and compares every beat with the golden model. */
@Command(name = "sim", description = "Simulate the hardware and compare every beat with the golden model.")
final class SimCommand implements Callable<Integer> {
    /**
     * The number of frames of the model's own data that Icarus simulates by default, because it is hundreds of times
     * slower than Verilator.
     */
    private static final int ICARUS_FRAMES = 4;

    private final Terminal terminal;
    private final Systole systole;

    @Mixin
    private ModelArgument model;

    @Mixin
    private BuildOptions build;

    @Mixin
    private TestDataOptions data;

    @Option(
            names = "--stall",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "Probability per cycle that a side pauses, 0 to 95 (default ${DEFAULT-VALUE}).")
    private int stall;

    @Option(
            names = "--simulator",
            paramLabel = "NAME",
            defaultValue = "verilator",
            converter = SimulatorOption.class,
            completionCandidates = SimulatorOption.Names.class,
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private SimulatorOption.Kind simulator;

    @Option(names = "--trace", description = "Write all waves, as FST (verilator only).")
    private boolean trace;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec command;

    SimCommand(Terminal terminal, Systole systole) {
        this.terminal = terminal;
        this.systole = systole;
    }

    @Override
    public Integer call() {
        validate();
        Model read = model.read(systole);
        Network network = read.network();
        WrittenFolder.requireOurs(build.folder(network));
        TestData test = data.read(read, model.path(), icarus() ? ICARUS_FRAMES : Integer.MAX_VALUE, terminal);
        Frames golden = GoldenRun.run(network, test.inputs(), systole, terminal);
        try {
            test.expected().ifPresent(expected -> Comparison.require(expected, golden));
        } catch (RefusedException e) {
            terminal.err().print(DiagnosticPrinter.readingFiles().print(e.diagnostics()));
            json.show(terminal, Json.object().put("passed", false).put("golden", e.getMessage()), "");
            return ExitCode.REFUSED;
        }
        BuiltDesign design = build.build(read, model.path(), systole, terminal);
        Simulation simulation = systole.simulate(design, test, golden, simulator.tool(), options());
        json.show(terminal, SimulationJson.of(simulation), new SimReport(design, simulation).text());
        if (trace) {
            terminal.note("waves in %s", design.shownFolder().resolve("sim/verilator/trace.fst"));
        }
        return simulation.passed() ? ExitCode.OK : ExitCode.REFUSED;
    }

    private void validate() {
        data.validate(model.path());
        build.validate();
        if (stall < 0 || stall > 95) {
            throw new ParameterException(command.commandLine(), "--stall takes 0 to 95 percent, not " + stall);
        }
        if (trace && icarus()) {
            throw new ParameterException(command.commandLine(), "--trace needs verilator");
        }
    }

    private SimulationOptions options() {
        return SimulationOptions.DEFAULT.withStall(stall, data.seed()).withTrace(trace);
    }

    private boolean icarus() {
        return simulator == SimulatorOption.Kind.IVERILOG;
    }
}
