package systole.tool;

import java.nio.file.Path;
import java.util.List;

/** A Verilog simulator that runs the generic testbench on a design. */
public interface Simulator {
    /** Name of the tool, and of its folder under {@code sim/}. */
    String name();

    /** The tool's messages about a design's Verilog; empty if it is clean. */
    List<String> lint(Path rtl, String top);

    /** Builds the testbench with the design, unless this was already done for exactly these files. */
    CompiledDesign compile(DesignFolder design, boolean trace);

    /** Builds and runs. */
    default SimulationResult simulate(DesignFolder design, Stimulus stimulus, SimulationOptions options) {
        return compile(design, options.trace()).run(stimulus, options);
    }

    /** A built testbench. It can be run many times, one run after another. */
    @FunctionalInterface
    interface CompiledDesign {
        /**
         * Sends the frames and compares the outputs. A failing design is a result, not an exception.
         *
         * @throws ToolFailedException if the testbench crashes or runs out of time
         */
        SimulationResult run(Stimulus stimulus, SimulationOptions options);
    }
}
