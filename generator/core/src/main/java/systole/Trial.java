package systole;

import java.time.Duration;
import systole.frames.Frames;
import systole.frames.TestData;
import systole.report.Simulation;
import systole.tool.SimulationOptions;
import systole.tool.SimulationResult;
import systole.tool.Simulator;
import systole.tool.Stimulus;

/**
 * Simulates a design.
 *
 * @param simulator the tool
 * @param options the options of the run; its timeout grows with the expected cycles
 * @param progress receives the steps
 */
record Trial(Simulator simulator, SimulationOptions options, Progress progress) {
    /** A number of cycles per second that every machine reaches. */
    private static final double LEAST_SPEED = 200;

    /** What follows the frames takes so many times the cycles of a frame at most. */
    private static final double PHASES = 64;

    /** Sends the frames and compares every beat with the golden outputs. */
    Simulation run(BuiltDesign built, TestData test, Frames golden) {
        progress.building(simulator.name());
        long start = System.nanoTime();
        Simulator.CompiledDesign compiled = simulator.compile(built.folder(), options.trace());
        double cycles = golden.count() * built.design().prediction().interval() * 100 / (100 - options.stallPercent());
        progress.simulating(simulator.name(), since(start), cycles);
        double phases = PHASES
                * (built.design().prediction().interval()
                        + built.design().prediction().latency());
        Duration timeout = options.timeout().plusSeconds((long) ((cycles + phases) / LEAST_SPEED));
        start = System.nanoTime();
        SimulationResult result =
                compiled.run(new Stimulus(test.inputs().list(), golden.list()), options.withTimeout(timeout));
        return new Simulation(built.design(), test, golden, result, since(start));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }
}
