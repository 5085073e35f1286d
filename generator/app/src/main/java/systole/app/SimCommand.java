package systole.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import systole.network.Network;
import systole.report.Report;
import systole.report.Results;
import systole.tool.Icarus;
import systole.tool.SimulationOptions;
import systole.tool.SimulationResult;
import systole.tool.Simulator;
import systole.tool.Stimulus;
import systole.tool.Verilator;

/** Generates the hardware, simulates it, and compares every beat with the golden model. */
@Command(name = "sim", description = "Simulate the hardware and compare every beat with the golden model.")
final class SimCommand implements Callable<Integer> {
    /**
     * The number of frames of the model's own data that Icarus simulates by default, because it is hundreds of times
     * slower than Verilator.
     */
    private static final int ICARUS_FRAMES = 4;

    /** A number of cycles per second that every machine reaches. */
    private static final double LEAST_SPEED = 200;

    private final Terminal terminal;
    private final Flow flow;

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

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON, too.")
    private Optional<Path> json;

    @Spec
    private CommandSpec command;

    SimCommand(Terminal terminal, Flow flow) {
        this.terminal = terminal;
        this.flow = flow;
    }

    @Override
    public Integer call() {
        validate();
        json.ifPresent(OutputFile::forget);
        Model read = flow.read(model.path());
        Network network = read.network();
        TestData test = data.read(read, model.path(), icarus() ? ICARUS_FRAMES : Integer.MAX_VALUE, terminal);
        Frames golden = GoldenRun.run(network, test.inputs(), flow, terminal);
        test.expected().ifPresent(expected -> Comparison.require(expected, golden));
        BuiltDesign design = build.build(network, flow, terminal);
        SimReport report = simulate(design, test, golden);
        json.ifPresent(file -> OutputFile.write(file, Json.text(report.json())));
        Results.keepSimulation(design.folder(), report.json());
        Report.write(design.design(), design.folder());
        terminal.text(report.text());
        if (trace) {
            terminal.note("waves in %s", design.shownFolder().resolve("sim/verilator/trace.fst"));
        }
        return report.passed() ? ExitCode.OK : ExitCode.REFUSED;
    }

    private void validate() {
        data.validate();
        build.validate();
        if (stall < 0 || stall > 95) {
            throw new ParameterException(command.commandLine(), "--stall takes 0 to 95 percent, not " + stall);
        }
        if (trace && icarus()) {
            throw new ParameterException(command.commandLine(), "--trace needs verilator");
        }
    }

    private SimReport simulate(BuiltDesign design, TestData test, Frames golden) {
        double cycles = golden.count() * design.design().prediction().interval() * 100 / (100 - stall);
        Simulator tool = tool();
        terminal.note("%s: building the testbench", tool.name());
        long start = System.nanoTime();
        Simulator.CompiledDesign compiled = tool.compile(design.folder(), trace);
        terminal.note(
                "%s: built in %s; simulating about %,.0f cycles", tool.name(), Text.seconds(since(start)), cycles);
        Duration timeout = SimulationOptions.DEFAULT.timeout().plusSeconds((long) (cycles / LEAST_SPEED));
        SimulationOptions options = SimulationOptions.DEFAULT
                .withStall(stall, data.seed())
                .withTrace(trace)
                .withTimeout(timeout);
        start = System.nanoTime();
        SimulationResult result = compiled.run(new Stimulus(test.inputs().list(), golden.list()), options);
        return new SimReport(design, test, golden, result, since(start));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }

    /** Makes the simulator. Verilator's quick build runs as fast as the optimised one and is ready ten times sooner. */
    private Simulator tool() {
        return icarus() ? new Icarus() : new Verilator(Verilator.Profile.QUICK_BUILD);
    }

    private boolean icarus() {
        return simulator == SimulatorOption.Kind.IVERILOG;
    }
}
