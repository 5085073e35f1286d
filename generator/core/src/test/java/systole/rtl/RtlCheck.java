package systole.rtl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import systole.catalog.StandardCatalog;
import systole.engine.Engine;
import systole.engine.mac.MacEngine;
import systole.frontend.text.NetWriter;
import systole.network.Network;
import systole.style.streaming.Plan;
import systole.style.streaming.fold.FoldingStrategy;
import systole.tool.Icarus;
import systole.tool.SimulationOptions;
import systole.tool.SimulationResult;
import systole.tool.Simulator;
import systole.tool.Verilator;

/** Everything that must hold for the hardware of any network. Collects what does not. */
public final class RtlCheck {
    public static final Simulator VERILATOR = new Verilator(Verilator.Profile.SHORT_RUN);
    /** For more frames than it pays to build quickly for. */
    public static final Simulator LONG_RUN = new Verilator(Verilator.Profile.QUICK_BUILD);

    public static final Simulator ICARUS = new Icarus();

    /** More than what is lost when a simulator prints a mean. */
    static final double EXACT = 0.001;

    /** Cycles in which an array waits once for a frame. */
    private static final double SLACK = 3;

    /** An array that is the bottleneck must work in this share of all cycles. */
    static final double UTILIZATION = 0.9;

    private static final int STEADY_FRAMES = 8;
    private static final int STALLED_FRAMES = 5;

    private final RtlDesign design;
    private final long seed;
    private final List<String> problems = new ArrayList<>();

    private RtlCheck(RtlDesign design, long seed) {
        this.design = design;
        this.seed = seed;
    }

    /**
     * Writes a network's hardware, with any multipliers, and {@code network.net} into a folder and checks it there.
     *
     * @param simulators the first also measures the interval
     * @return what is wrong; empty if nothing is
     */
    public static List<String> problems(Network network, Path folder, long seed, List<Simulator> simulators) {
        return problems(network, Multiplied.anyhow(seed), folder, seed, simulators);
    }

    /** The same, folded as a strategy says. */
    static List<String> problems(
            Network network, FoldingStrategy strategy, Path folder, long seed, List<Simulator> simulators) {
        return problems(network, RtlDesign.plan(network, strategy), folder, seed, simulators);
    }

    /** The same, with a plan. */
    static List<String> problems(Network network, Plan plan, Path folder, long seed, List<Simulator> simulators) {
        RtlDesign design = RtlDesign.write(network, plan, folder);
        new NetWriter(StandardCatalog.CATALOG).write(network, folder.resolve("network.net"));
        RtlCheck check = new RtlCheck(design, seed);
        check.lint();
        check.atFullSpeed(simulators.get(0));
        simulators.forEach(check::withPauses);
        return check.problems;
    }

    /** Both parsers find nothing to complain about. */
    private void lint() {
        for (Simulator parser : List.of(VERILATOR, ICARUS)) {
            parser.lint(design.folder().rtl(), design.folder().name()).stream()
                    .limit(5)
                    .forEach(line -> problems.add(parser + " lint: " + line));
        }
    }

    /** Frames back to back take as many cycles as predicted. */
    private void atFullSpeed(Simulator simulator) {
        SimulationResult steady = run(simulator, STEADY_FRAMES, SimulationOptions.DEFAULT);
        if (steady.passed()) {
            timing(steady.interval().mean());
            long latency = design.plan().prediction().latency();
            if (steady.latencyCycles() != latency) {
                problems.add("predicted a latency of " + latency + " cycles, simulated " + steady.latencyCycles());
            }
        }
    }

    private void withPauses(Simulator simulator) {
        int stall = List.of(10, 30, 50, 70, 85).get((int) (seed % 5));
        SimulationOptions options = SimulationOptions.DEFAULT.withStall(stall, seed + 1);
        run(simulator, STALLED_FRAMES, options.withoutPhases());
    }

    private SimulationResult run(Simulator simulator, int frames, SimulationOptions options) {
        SimulationResult result = simulator.simulate(design.folder(), design.stimulus(frames, seed), options);
        if (!result.passed()) {
            problems.add(result.simulator() + " at " + options.stallPercent() + " % stall: " + result.log());
        }
        return result;
    }

    private void timing(double interval) {
        double predicted = design.plan().prediction().interval(STEADY_FRAMES);
        if (Math.abs(interval - predicted) > EXACT) {
            problems.add("predicted an interval of " + predicted + " cycles, simulated " + interval);
        }
        Engine bottleneck = design.plan().bottleneck();
        if (bottleneck instanceof MacEngine && interval > bottleneck.cycles() / UTILIZATION + SLACK) {
            problems.add("the interval is " + interval + " cycles, and " + bottleneck.name() + " needs only "
                    + bottleneck.cycles());
        }
    }
}
