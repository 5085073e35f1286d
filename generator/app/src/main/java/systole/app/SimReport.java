package systole.app;

import systole.BuiltDesign;
import systole.design.Design;
import systole.frames.TestData;
import systole.report.Simulation;
import systole.tool.SimulationResult;

/**
 * The report of a simulation.
 *
 * @param design the hardware
 * @param simulation the predicted and the measured values
 */
record SimReport(BuiltDesign design, Simulation simulation) {
    private static final int LOG_LINES = 8;

    String text() {
        Design core = design.design();
        SimulationResult result = simulation.result();
        TestData test = simulation.test();
        StringBuilder out = new StringBuilder();
        out.append(Text.format(
                "%s on %s at %s MHz, unrouted, %s, inputs: %s\n",
                core.name(),
                core.board().name(),
                Text.number(core.clockMhz()),
                result.simulator(),
                test.inputs().source()));
        if (simulation.steady()) {
            out.append(Text.format(
                    "  interval     %s cycles (predicted %s), %,.1f frames/s\n",
                    Text.number(simulation.interval()),
                    Text.number(simulation.predictedInterval()) + inTheLongRun(),
                    simulation.framesPerSecond()));
        }
        out.append(Text.format(
                "  latency      %,d cycles (predicted %,d), %s\n",
                result.latencyCycles(),
                core.prediction().latency(),
                Text.seconds(result.latencyCycles() / core.hertz())));
        if (simulation.steady() && core.multipliers() > 0) {
            out.append(Text.format(
                    "  multipliers  %,d, busy %.1f %% of the time, %,d MACs a frame\n",
                    core.multipliers(), 100 * simulation.utilization(), core.macs()));
        }
        if (!test.labels().isEmpty()) {
            out.append(Text.format(
                    "  top-1        %.2f %% of %,d\n",
                    100 * simulation.top1(), simulation.golden().count()));
        }
        out.append(Text.format(
                "  simulated    %,d cycles, %,.0f cycles/s\n", result.totalCycles(), simulation.cyclesPerSecond()));
        return out.append(simulation.passed() ? "" : fail())
                .append(simulation.verdict())
                .append('\n')
                .toString();
    }

    /** The interval in steady state, if the frames are too few to reach it. */
    private String inTheLongRun() {
        double steady = design.design().prediction().interval();
        return simulation.predictedInterval() == steady ? "" : ", with more frames " + Text.number(steady);
    }

    private String fail() {
        SimulationResult result = simulation.result();
        StringBuilder out = new StringBuilder();
        if (result.mismatches() == 0) {
            result.log().lines().limit(LOG_LINES).forEach(line -> out.append("  ")
                    .append(line)
                    .append('\n'));
        }
        return out.append(Text.format(
                        "  see %s\n",
                        design.shownFolder()
                                .resolve("sim")
                                .resolve(result.simulator())
                                .resolve("run.log")))
                .toString();
    }
}
