package systole.tool;

import java.nio.file.Path;
import java.util.List;

/** A Verilog simulator that runs the generic testbench on a design. */
public interface Simulator {
    /** Name of the tool, and of its folder under {@code sim/}. */
    String name();

    /** What the tool has to say about a design's Verilog; empty if it is clean. */
    List<String> lint(Path rtl, String top);

    /** Builds the testbench with the design, unless that is already done for exactly these files. */
    CompiledDesign compile(DesignFolder design, boolean trace);

    /** Builds and runs. */
    default SimulationResult simulate(DesignFolder design, Stimulus stimulus, SimulationOptions options) {
        return compile(design, options.trace()).run(stimulus, options);
    }

    /** A testbench that is built and can be run many times, one run at a time. */
    @FunctionalInterface
    interface CompiledDesign {
        /**
         * Sends the frames and compares what comes out. A design that fails is a result, not an exception.
         *
         * @throws ToolFailedException if the testbench crashes or runs out of time
         */
        SimulationResult run(Stimulus stimulus, SimulationOptions options);
    }
}
